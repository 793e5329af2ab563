"""Economics: where our time and money go, on whom we depend, who moves, what winning and keeping costs."""
