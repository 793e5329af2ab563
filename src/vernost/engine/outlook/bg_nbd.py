"""BG/NBD (Fader, Hardie and Lee 2005): a client may leave after each repeat order.

A client without a repeat order cannot have left: P(alive) = 1. That is the model, and why MBG/NBD is the
default.
"""

from typing import ClassVar

from vernost.engine.outlook.geometric_model import BetaGeometric


class BGNBD(BetaGeometric):
    """P(alive) = 1 / (1 + a / (b + x - 1) * ((alpha + T) / (alpha + t_x)) ** (r + x)) for x > 0, else 1."""

    first_chance: ClassVar[int] = 0
