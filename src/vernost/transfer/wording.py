"""Words for what an import tells: why a file cannot be read, why a row was refused, what was not taken back."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as say
from django.utils.translation import gettext_noop as _

from vernost.assessment.wording.errors import EXPECTED, SENTENCES
from vernost.transfer.kinds import Kind
from vernost.transfer.report import ReportRow

# Where the command line names an option, the page has a field.
_FILE = {
    "too_large": _("{file}: larger than {most} MiB. Nothing was kept; split the file or pack it with gzip."),
    "too_large_unpacked": _(
        "{file}: the archive unpacks to more than 4 GiB. Nothing was kept; split the file."
    ),
    "broken_bytes": _(
        "{file}, line {line}: byte {byte} is not {encoding}. Save the file as UTF-8 and upload it again."
    ),
    "missing_column": _("Not chosen, but needed: {columns}. Choose the headers below."),
    "ambiguous_column": _("Several headers could be {column}: {headers}. Choose one below."),
    "ambiguous_dates": _(
        "The days under “{header}”, for instance {example}, may begin with the day or with the month. Choose below."
    ),
    "mixed_dates": _(
        "The days under “{header}” begin partly with the day, partly with the month. Choose below what holds; "
        "the other rows will be refused."
    ),
    "ambiguous_numbers": _(
        "“{example}” under “{header}” may have a decimal comma or commas between thousands. Choose below."
    ),
    "broken": _("Something broke on our side while the file was read. Nothing was changed. Try again."),
}
_REASONS = {
    "no_key": _("{column}: empty, so that nobody knows whose row it is"),
    "no_name": _("{column}: a new client needs a name"),
    "repeats": _("the same as row {row}: one of the two is too many"),
    "unknown_client": _("“{value}” is not among the clients open to you"),
    "unknown_referrer": _("there is no client “{value}” yet who could have recommended; import once more"),
    "several_clients": _("several clients are “{value}”; merge them or import by another key"),
    "code_not_open": _("{column}: whoever may see every client gives codes; leave the column out"),
    "foreign_owner": _("{column}: not a person of your team"),
    "being_handed_over": _("{column}: the client is being handed over already; finish that first"),
    "unknown_value": _("{column}: nobody said what “{value}” stands for"),
    "unknown_at_client": _("{column}: the client has no “{value}”"),
    "several_currencies": _("lines of one order are in several currencies"),
    "too_long": _("{column}: {length} characters, at most {limit} fit"),
    "no_email": _("{column}: “{value}” is no e-mail address"),
    "paid_without_day": _("a paid sum without the day of payment"),
    "impossible": _("impossible: {constraint}"),
}
_CONSTRAINTS = {
    "client_code_unique": _("another client has this code"),
    "unique": _("the number is taken"),
    "order_number_unique": _("the number is taken"),
    "invoice_number_unique": _("the number is taken"),
    "payment_number_unique": _("the number is taken"),
    "invoice_due_after_issue": _("due before its issue"),
    "invoice_amount_not_negative": _("a sum below zero"),
    "payment_not_zero": _("a payment of nothing"),
    "client_reason_has_end": _("a reason of the ending without its day"),
    "client_business_stability_1_to_5": _("stability must be from 1 to 5"),
    "client_values_fit_1_to_5": _("likeness of values must be from 1 to 5"),
    "client_not_referred_by_itself": _("nobody recommends himself"),
    "contact_birthday_has_consent": _("a birthday is kept only with the day of consent"),
    "interaction_answered_after": _("answered before it happened"),
    "rating_value_in_scale": _("the mark is outside its scale: 0–10 for recommendation, 1–5 for the others"),
    "complaint_closed_after_opened": _("closed before it was opened"),
    "potential_one_a_day": _("there is an estimate of this day"),
    "cost_is_money_or_time": _("neither money nor minutes"),
    "marketing_cost_positive": _("a sum of nothing"),
}
_CONFLICTS = {
    "edited": _("has been worked on since and stays"),
    "in_use": _("has other records by now and stays"),
    "changed": _("has been changed again since and keeps its value"),
    "taken": _("the old value is taken by another record"),
}
_MOST_PROBLEMS = 3


def problem_text(problem: Mapping[str, Any], kind: Kind | None = None) -> str:
    """Why the file cannot be read so, and what to do."""
    code, details = problem["code"], dict(problem.get("details", {}))
    if kind is not None:
        for name in ("columns", "column"):
            if name in details:
                details[name] = _labels(kind, details[name])
    for name, value in details.items():
        if isinstance(value, list):
            details[name] = ", ".join(value[:20])
    sentence = _FILE.get(code) or SENTENCES.get(code) or _FILE["broken"]
    return say(sentence).format_map(_Lenient(details))


def reason_text(row: ReportRow, kind: Kind) -> str:
    """Why the row was refused; several reasons apart by a semicolon."""
    if row.reason == "unreadable":
        problems = [_problem_of_cell(kind, *problem) for problem in row.details[:_MOST_PROBLEMS]]
        return "; ".join(problems)
    details = dict(row.details)
    if "column" in details:
        details["column"] = _labels(kind, details["column"])
    if "constraint" in details:
        known = _CONSTRAINTS.get(details["constraint"])
        details["constraint"] = say(known) if known else details["constraint"]
    sentence = _REASONS.get(row.reason, "{reason}")
    return (say(sentence) if row.reason else "").format_map(_Lenient({**details, "reason": row.reason}))


def conflict_text(conflict: Mapping[str, Any]) -> str:
    return say(_CONFLICTS[conflict["reason"]])


def _problem_of_cell(kind: Kind, column: str, code: str, value: str | None) -> str:
    expected = say(EXPECTED[code]) if code in EXPECTED else code
    if column == "row":
        return say(_("expected {expected}")).format(expected=expected)
    if not value or code == "required":
        return say(_("{column}: expected {expected}")).format(column=kind.label_of(column), expected=expected)
    sentence = say(_("{column}: “{value}”, expected {expected}"))
    return sentence.format(column=kind.label_of(column), value=value[:100], expected=expected)


def _labels(kind: Kind, columns: str | list[str]) -> str:
    names = [columns] if isinstance(columns, str) else columns
    return ", ".join(kind.label_of(name) if name in kind.spec.names else name for name in names)


class _Lenient(dict[str, Any]):
    """A fact that is missing leaves its name in the sentence, never an error."""

    def __missing__(self, name: str) -> str:
        return name
