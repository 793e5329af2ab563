"""Hand-overs of clients from one of us to another: the checklists, ticked and finished."""
