"""The discipline track: who is on it, where he stands, what leads back."""
