"""The summary in the terminal: where the firm stands, and the ten clients who need attention first."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vernost.assessment.wording import judgement
from vernost.assessment.wording.explaining import group_why
from vernost.assessment.wording.gaps import gaps_in_words
from vernost.assessment.wording.signals import signal_advice, signal_found, signal_name
from vernost.assessment.wording.words import Words
from vernost.cli.attention import Case, troubles
from vernost.cli.findings import findings, revenue_change
from vernost.cli.judging import Judged

MOST = 10


def print_summary(judged: Judged) -> None:
    """Prints to stdout; a narrow or redirected output gets the same words without colours."""
    words, result = judged.words, judged.result
    attention = troubles(result.clients.to_arrow(), result.signals.to_arrow(), MOST)
    leaving = {str(row["client_id"]) for row in result.company["if_leaves"]}
    names = judged.names({case.client_id for case in attention.cases} | leaving)
    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)
    _title(console, words.gettext("Clients on {day}", day=words.day(result.as_of)))
    _totals(console, judged)
    for sentence in findings(words, result.company, judged.settings, names):
        console.print(Padding(Text("• " + sentence), (0, 0, 0, 1), expand=False))
    _tables(console, judged)
    _title(console, words.gettext("Who needs attention first"))
    if not attention.cases:
        console.print(words.gettext("Nobody: no warning is raised on this day."))
    for place, case in enumerate(attention.cases, 1):
        _case(console, words, place, case, names.get(case.client_id, case.client_id))
    if attention.total > len(attention.cases):
        more = words.gettext(
            "The first {shown} of {total}.", shown=words.number(MOST), total=words.number(attention.total)
        )
        console.print(more + " " + words.gettext("All of them: --out DIR."))
    _gaps(console, judged)


def _title(console: Console, text: str) -> None:
    console.print()
    console.print(Text(text, style="bold"))


def _totals(console: Console, judged: Judged) -> None:
    words, company = judged.words, judged.result.company
    totals, change = company["totals"], revenue_change(company)
    against = f" ({'+' if change > 0 else ''}{words.percent(change)})" if change is not None else ""
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 1))
    table.add_column()
    table.add_column(justify="right")
    days = words.days(company["window_days"])
    table.add_row(words.gettext("Clients who ever bought"), words.number(totals["buyers"]))
    part = words.percent(totals["regular_revenue_part"])
    table.add_row(words.gettext("Regular clients"), words.number(totals["regular"]))
    table.add_row(words.gettext("Their part of revenue"), part)
    table.add_row(
        words.gettext("Revenue, last {days}", days=days) + against, words.money(totals["revenue_window"])
    )
    table.add_row(words.gettext("Net contribution"), words.money(totals["net_contribution_window"]))
    console.print(table)
    basis = words.gettext(judgement.CONTRIBUTION_BASIS[company["contribution_basis"]])
    console.print(
        Padding(
            Text(words.gettext("Net contribution here: {basis}.", basis=basis), style="dim"),
            (0, 0, 1, 1),
            expand=False,
        )
    )


def _tables(console: Console, judged: Judged) -> None:
    words, company = judged.words, judged.result.company
    for title, key, code, names in (
        (words.gettext("Group"), "groups", "group", judgement.GROUPS),
        (words.gettext("Stage"), "stages", "stage", judgement.STAGES),
        (words.gettext("Loyalty"), "loyalty", "level", judgement.LOYALTY),
    ):
        table = Table(box=None, padding=(0, 2, 0, 1), header_style="dim")
        table.add_column(title, min_width=26)
        table.add_column(words.gettext("Clients"), justify="right")
        table.add_column(words.gettext("Revenue, window"), justify="right")
        for row in company[key]:
            name = words.gettext(names[row[code]])
            table.add_row(name, words.number(row["clients"]), words.money(row["revenue_window"]))
        console.print()
        console.print(table)


def _case(console: Console, words: Words, place: int, case: Case, name: str) -> None:
    group = words.gettext(judgement.GROUPS[case.client["group"]])
    stage = words.gettext(judgement.STAGES[case.client["stage"]])
    head = Text(f"{place:>2}. {name}", style="bold")
    head.append(
        f"  {group} · {stage} · " + words.gettext("At stake: {money}", money=words.money(case.at_stake)),
        "not bold",
    )
    console.print(head)
    lines = [
        f"{signal_name(words, signal['code'])}. {signal_found(words, signal)}" for signal in case.signals
    ]
    if case.client["group"] in ("discipline", "fire"):
        lines.append(group_why(words, case.client))
    for line in lines:
        console.print(Padding(Text(line), (0, 0, 0, 4), expand=False))
    if case.signals:
        advice = signal_advice(words, case.signals[0]["code"])
    else:
        advice = words.gettext(judgement.GROUP_ADVICE[case.client["group"]])
    console.print(Padding(Text("→ " + advice), (0, 0, 0, 4), expand=False))


def _gaps(console: Console, judged: Judged) -> None:
    words = judged.words
    missing = gaps_in_words(words, judged.result.company["not_judged"])
    if not missing:
        return
    _title(console, words.gettext("What could not be judged"))
    for sentence in missing:
        console.print(Padding(Text("• " + sentence), (0, 0, 0, 1), expand=False))
