"""Facts of a client: what was written down wrongly is mended here."""
