"""The face of programs: operations per area over the same queries and actions as the office (docs/api)."""
