"""The register of gone clients, and attempts to win them back."""
