"""The review ritual: an owner's clients walked through card by card, by keyboard."""
