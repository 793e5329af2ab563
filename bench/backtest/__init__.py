"""Rolling-origin back-test on real histories: what was known at a cut against what happened after it."""
