"""The company's own method: definitions, playbooks, factors of loyalty."""
