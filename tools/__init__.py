"""What the developers of Vernost run; no part of the package."""
