"""Everything of an installation in one file, and back; and whether the data is whole."""
