"""The company's list of factors of loyalty and hygiene conditions (C4)."""

from typing import Any

from vernost.api.loyalty.notes import factor_shown
from vernost.api.loyalty.schemas import LoyaltyFactorShown
from vernost.api.method.schemas import LoyaltyFactorChange, NewLoyaltyFactor
from vernost.api.shell.access import found
from vernost.api.shell.http import Request
from vernost.api.shell.operations import Operations
from vernost.api.shell.values import Number
from vernost.assessment.actions.loyalty_factor import change_factor, create_factor, remove_factor
from vernost.assessment.models import LoyaltyFactor
from vernost.core.access import Action
from vernost.core.clock import now
from vernost.core.enums import Face

operations = Operations("settings")


@operations.creates("/settings/loyalty-factors", right=Action.CHANGE_SETTINGS, answer=LoyaltyFactorShown)
def create_loyalty_factor(request: Request, given: NewLoyaltyFactor) -> LoyaltyFactorShown:
    """One more thing that is asked of each client."""
    values = given.model_dump()
    return factor_shown(create_factor(by=request.auth, at=now(), face=Face.API, **values))


@operations.changes(
    "/settings/loyalty-factors/{factor_id}", right=Action.CHANGE_SETTINGS, answer=LoyaltyFactorShown
)
def change_loyalty_factor(
    request: Request, factor_id: Number, given: LoyaltyFactorChange
) -> LoyaltyFactorShown:
    """Writes the values that are sent and no others; its marks stay."""
    factor = _factor(factor_id)
    values: dict[str, Any] = {"name": factor.name, "kind": factor.kind, "area": factor.area} | given.values
    return factor_shown(change_factor(factor=factor, by=request.auth, at=now(), face=Face.API, **values))


@operations.removes("/settings/loyalty-factors/{factor_id}", right=Action.CHANGE_SETTINGS)
def remove_loyalty_factor(request: Request, factor_id: Number) -> None:
    """Nobody is asked for it any more; its marks stay as history."""
    remove_factor(factor=_factor(factor_id), by=request.auth, at=now(), face=Face.API)


def _factor(pk: int) -> LoyaltyFactor:
    return found(LoyaltyFactor.objects.filter(deleted_at=None), pk)
