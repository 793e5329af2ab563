"""Effort against profit: by group, of the new against the regular, and if loyalty grew."""
