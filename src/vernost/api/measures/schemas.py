from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, Field

from vernost.api.shell.values import Shown
from vernost.programmes.measures.measure import Better, Over, Unit

# A number that is not known says why (`…_unknown`): nothing is guessed.
Figure = Annotated[Decimal | None, Field(description="Null where it is not known.")]


class MeasureShown(Shown):
    code: str
    name: str
    how: str = Field(description="How it is counted, in a sentence.")
    unit: Unit
    better: Better
    over: Over = Field(description="Through the period, or as things stand on its last day.")
    asks_line: bool = Field(description="It wants a service line.")
    of_many: bool = Field(description="It says nothing of one client alone: not for plans.")


class Measures(BaseModel):
    items: list[MeasureShown]


class RowShown(Shown):
    """A row that a number was made from; `number` is what it adds, null where it was looked at and adds nothing."""

    on: date
    client_id: int
    what: str
    number: Decimal | None


class Rows(BaseModel):
    """The latest rows, 200 at most; `based_on` is how many there are."""

    based_on: int
    items: list[RowShown]
