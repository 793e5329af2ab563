"""What every operation shares: who asks, what is refused and how, pages of a list, kinds of values."""
