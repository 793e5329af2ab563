"""The communication standard: its rules, what they ask of whom, whether they are kept, and the limits of care."""
