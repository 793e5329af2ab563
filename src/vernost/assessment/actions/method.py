from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vernost.core.actions.record import change_record
from vernost.core.enums import Face
from vernost.core.models import CompanySettings, User


def change_method(
    *, company: CompanySettings, values: Mapping[str, Any], by: User, at: datetime, face: Face
) -> CompanySettings:
    """Writes the company's own definitions over those it has; a value of None goes back to the default."""
    method = {name: value for name, value in {**company.method, **values}.items() if value is not None}
    return change_record(record=company, values={"method": method}, by=by, at=at, face=face)
