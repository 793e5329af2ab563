"""One client explained step by step, in the order of the assessment."""
