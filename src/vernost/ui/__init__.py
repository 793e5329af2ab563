"""Component tags, lists, formats and the built front end. Knows no domain."""
