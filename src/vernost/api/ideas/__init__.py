"""Ideas of our people, their answers, and the working groups."""
