"""Channels: e-mail out and in. They know addresses, not clients; who stands behind an address is for the apps above."""
