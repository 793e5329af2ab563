"""`vernost demo`: an invented company in which everything can be tried, on an embedded database of its own."""
