"""What a program asks about itself."""
