"""What the last assessment says of clients, with its reasons."""
