"""The steps of an assessment, one a file, in the order in which `assess.py` lists them."""
