"""Data in and out: the import wizard, its history, the export."""
