"""Buy-till-you-die models: who is still a client, how many orders and how much money to expect.

All of them: `Model.fit(x, t_x, T, weights=None, penalty=1.0)` gives a frozen model with `params`, `quality`,
`log_likelihood`, `warnings`. docs/engine/outlook.md has the formulae and sources.
"""

from vernost.engine.outlook.bg_nbd import BGNBD
from vernost.engine.outlook.erlang import Regularity, estimate_regularity
from vernost.engine.outlook.errors import OutlookInputError
from vernost.engine.outlook.gamma_gamma import GammaGamma
from vernost.engine.outlook.mbg_nbd import MBGNBD
from vernost.engine.outlook.nbd import NBD
from vernost.engine.outlook.pareto_nbd import ParetoNBD
from vernost.engine.outlook.quality import Quality

__all__ = [
    "BGNBD",
    "MBGNBD",
    "NBD",
    "GammaGamma",
    "OutlookInputError",
    "ParetoNBD",
    "Quality",
    "Regularity",
    "estimate_regularity",
]
