"""The staff's web: a slice per area, no models."""
