"""Assessments and the back-test: asked for, watched, and what they came to."""
