"""How often is not importunate."""

from collections.abc import Sequence


def fits(heard: Sequence[int], day: int, most: int, within: int) -> bool:
    """Whether one more contact on `day` leaves at most `most` of them in any `within` days running."""
    near = [one for one in heard if day - within < one < day + within]
    if len(near) < most:
        return True
    near.append(day)
    near.sort()
    return all(near[at + most] - near[at] >= within for at in range(len(near) - most))
