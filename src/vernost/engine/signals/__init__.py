"""The signals, a file for each of D1–D7 of requirements.md, and the two tests that they share (trend, rate)."""
