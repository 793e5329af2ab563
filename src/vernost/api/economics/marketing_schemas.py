from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from vernost.api.shell.lists import Asked
from vernost.api.shell.values import Changing, Currency, Day, Given, Line300, Number, Shown
from vernost.clients.enums import MarketingPurpose

Amount = Annotated[Decimal, Field(gt=0, max_digits=18, decimal_places=2)]


class MarketingCostShown(Shown):
    id: int
    purpose: MarketingPurpose
    spent_on: date
    amount: Decimal
    currency: str
    segment_id: int | None
    note: str


class NewMarketingCost(Given):
    purpose: MarketingPurpose
    spent_on: Day
    amount: Amount
    currency: Currency = Field(description="The company's, or one that has a rate.")
    segment_id: Number | None = None
    note: Line300 = Field("", description="For what.")


class MarketingCostValues(Changing):
    purpose: MarketingPurpose = MarketingPurpose.BRAND
    spent_on: Day = date(2000, 1, 1)
    amount: Amount = Decimal(1)
    currency: Currency = "RUB"
    segment_id: Number | None = None
    note: Line300 = ""


class MarketingCostChange(MarketingCostValues):
    if_unchanged: MarketingCostValues | None = Field(
        None, description="What you saw; refused with 409 when another value stands there by now."
    )


class MarketingCostsAsked(Asked):
    purpose: MarketingPurpose | None = None
    segment_id: Number | None = None
    day_from: Day | None = None
    day_to: Day | None = None
