"""Settings: people, segments, service lines, the audit log, the sample."""
