"""Data in and out: import runs that can be checked first and taken back, and the export of everything."""
