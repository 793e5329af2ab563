"""Outgoing letters: the log, templates, mailings, consents and how sending goes."""
