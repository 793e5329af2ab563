"""MBG/NBD (Batislam, Denizel and Filiztekin 2007): each order may be the last, also the first."""

from typing import ClassVar

from vernost.engine.outlook.geometric_model import BetaGeometric


class MBGNBD(BetaGeometric):
    """P(alive) = 1 / (1 + a / (b + x) * ((alpha + T) / (alpha + t_x)) ** (r + x)), never 0 or 1."""

    first_chance: ClassVar[int] = 1
