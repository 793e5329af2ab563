"""What somebody has to deal with: cases, their tasks, the playbooks, and how signals fare against the past."""
