"""Goals: where a number is to be by a day, where it is, and where it goes."""
