"""The client list, the card and what is done from them."""
