"""People, roles, the company's settings, the audit log, money, the clock and background jobs."""
