"""Measures: what can be counted of a client or of many. Each has its own small file here and registers itself."""
