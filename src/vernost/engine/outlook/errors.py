"""What a caller may have given wrongly, one class a kind, each with the row and the value."""


class OutlookInputError(ValueError):
    """The input of an outlook model is not a legal history.

    `code` is for machines, `row` counts from 0 (None when no single row is to blame).
    """

    def __init__(self, code: str, field: str, row: int | None = None, value: object = None) -> None:
        self.code = code
        self.field = field
        self.row = row
        self.value = value
        place = "" if row is None else f" at row {row}: {value!r}"
        super().__init__(f"{code}: {field}{place}")


class NoObservations(OutlookInputError):
    """There is not one row (or not one with a weight above zero)."""


class LengthMismatch(OutlookInputError):
    """Arrays that belong together differ in length or are not one-dimensional."""


class NotANumber(OutlookInputError):
    """A value is missing or infinite."""


class IllegalHistory(OutlookInputError):
    """x is no count, t_x lies after T, a time is negative, or a first order is dated later than itself."""


class IllegalSpend(OutlookInputError):
    """The mean spend of a client with orders is not above zero."""


class IllegalSetting(OutlookInputError):
    """A weight, penalty, horizon or rate is out of its range."""
