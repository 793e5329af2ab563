"""A person's word beside the program's: the questions that wait for one, and what was decided."""
