"""Who came through whom, all the way up."""

from collections.abc import Mapping


def roots_of(referred_by: Mapping[int, int]) -> dict[int, int]:
    """Client: the first of its tree, for everybody who recommended or was recommended. A circle of recommendations has
    its smallest number as the first.
    """
    roots: dict[int, int] = {}
    for start in referred_by:
        path: list[int] = []
        seen: set[int] = set()
        one = start
        while one not in roots and one in referred_by and one not in seen:
            path.append(one)
            seen.add(one)
            one = referred_by[one]
        if one in seen:
            root = min(path[path.index(one) :])
        else:
            root = roots.setdefault(one, one)
        roots |= dict.fromkeys(path, root)
    return roots
