"""What the program proposes and a person decides: the list to decide, one decision, those in force."""
