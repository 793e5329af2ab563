_RANKS = {"decides": 0, "advises": 1, "uses": 2, "": 3, "opposes": 4}


def rank_of(influence: str) -> int:
    """In which order people of a client are turned to: who decides first, who is against us last."""
    return _RANKS.get(influence, 3)
