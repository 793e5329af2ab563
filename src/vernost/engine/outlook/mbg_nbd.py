"""MBG/NBD (Batislam, Denizel and Filiztekin 2007): a client may leave after each order, the first included."""

from typing import ClassVar

from vernost.engine.outlook.geometric_model import BetaGeometric


class MBGNBD(BetaGeometric):
    """P(alive) = 1 / (1 + a / (b + x) * ((alpha + T) / (alpha + t_x)) ** (r + x)), strictly between 0 and 1."""

    first_chance: ClassVar[int] = 1
