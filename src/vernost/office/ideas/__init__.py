"""Ideas from staff and working groups, and suggestions of clients taken up."""
