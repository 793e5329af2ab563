"""Kinds of values that programs send; what the database could not keep is refused here.

A ValueError names the sentence of wording.py that says what is wrong.
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from vernost.core.gates import Override

_CENT = Decimal("0.01")
_LARGEST = 2**63 - 1
_MOST_TEXT = 20_000
FIRST_YEAR, LAST_YEAR = 1900, 2199


class Given(BaseModel):
    """What a program sends: a name that nobody knows is refused, so that no misspelt value is lost in silence."""

    model_config = ConfigDict(extra="forbid")


def _no_defaults(schema: dict[str, Any]) -> None:
    for value in schema.get("properties", {}).values():
        value.pop("default", None)


class Changing(Given):
    """What is to be changed: what is left out stays as it is, so that no default is named in the document."""

    model_config = ConfigDict(extra="forbid", json_schema_extra=_no_defaults)

    @property
    def values(self) -> dict[str, Any]:
        """What was sent."""
        return self.model_dump(exclude_unset=True, exclude={"if_unchanged", "why"})

    @property
    def saw(self) -> dict[str, Any]:
        """What the program says it saw."""
        seen = getattr(self, "if_unchanged", None)
        return seen.values if seen else {}


class Shown(BaseModel):
    """What a program gets, read from a record."""

    model_config = ConfigDict(from_attributes=True)


def _kept(text: str) -> str:
    if "\0" in text:
        raise ValueError("text_unkept")
    return text


def _email(text: str) -> str:
    if text:
        try:
            validate_email(text)
        except ValidationError as error:
            raise ValueError("email_wrong") from error
    return text


def _of_our_time[T: (date, datetime)](day: T) -> T:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError("day_far")
    return day


def _to_cent(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT)


Number = Annotated[int, Field(ge=1, le=_LARGEST, description="The number of a record.")]
# A line of the named number of characters, without white space around it.
Line20 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20), AfterValidator(_kept)]
Line50 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=50), AfterValidator(_kept)]
Line100 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=100), AfterValidator(_kept)]
Line200 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), AfterValidator(_kept)]
Line300 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), AfterValidator(_kept)]
Line500 = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), AfterValidator(_kept)]
Named200 = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_kept)
]
Named300 = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_kept)
]
Reason500 = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500), AfterValidator(_kept)
]
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=_MOST_TEXT), AfterValidator(_kept)]
Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=254),
    AfterValidator(_kept),
    AfterValidator(_email),
]
Day = Annotated[date, AfterValidator(_of_our_time)]
Moment = Annotated[AwareDatetime, AfterValidator(_of_our_time)]
Sum = Annotated[Decimal, Field(max_digits=18, decimal_places=2, description="To the cent, as text.")]
AddedUp = Annotated[
    Decimal, AfterValidator(_to_cent), Field(description="A sum of many rows, to the cent, as text.")
]
SumFromZero = Annotated[Decimal, Field(ge=0, max_digits=18, decimal_places=2)]
Part = Annotated[Decimal, Field(ge=0, le=100, max_digits=5, decimal_places=2, description="Percent.")]
Currency = Annotated[
    str, StringConstraints(pattern="^[A-Z]{3}$"), Field(description="ISO 4217.", examples=["RUB"])
]
Of5 = Annotated[int, Field(ge=1, le=5)]
Why = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=500),
    AfterValidator(_kept),
    Field(
        description="Why it is done although the policy speaks against it; of who may decide on exceptions."
    ),
]


def override_of(why: str) -> Override | None:
    return Override(why) if why else None
