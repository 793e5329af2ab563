"""On whom the company depends, and the plans against it."""
