"""What needs a person, and what he does with the touches among it."""
