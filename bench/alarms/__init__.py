"""False alarms on clients who do not change, and alarms on clients who do."""
