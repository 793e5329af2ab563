"""People on the clients' side."""
