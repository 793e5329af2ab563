"""Files in and out: imports from the file to its way back, and the archives of everything."""
