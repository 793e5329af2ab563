"""Letters that came: whose they are, who sees them, and the mailboxes from which they are read."""
