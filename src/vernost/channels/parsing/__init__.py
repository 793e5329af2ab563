"""What a letter says, whatever its sender's program made of it."""
