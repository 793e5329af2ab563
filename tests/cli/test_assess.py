"""`vernost assess` on a small firm: what is written, what is said, and what happens with wrong data."""

import json
import re
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from openpyxl import load_workbook

from vernost.cli import main as entry
from vernost.cli.report.markup import VOID

FORMULA = "=HYPERLINK(1)"
EVIL = "<script>alert(1)</script>"
LAST = date(2024, 6, 28)
SILENT = 12


def history() -> list[tuple[str, date, float]]:
    """Thirty steady clients until LAST; C05 stopped 12 purchases ago; one id is a formula, one a script."""
    rows = []
    for place in range(30):
        client = {3: FORMULA, 4: EVIL}.get(place, f"C{place:02d}")
        step, ago = 20 + place, SILENT if place == 5 else 0
        days = [LAST - timedelta(days=step * turn + place % 3) for turn in range(ago, 30)]
        rows += [(client, day, 100.0 + 10 * place) for day in days]
    return rows


@pytest.fixture(scope="module")
def orders(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("given") / "orders.csv"
    lines = [
        "client_id,ordered_on,amount",
        *(f"{client},{day},{amount}" for client, day, amount in history()),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module", params=["en", "ru"])
def written(request, orders, tmp_path_factory) -> tuple[str, Path]:
    """The language, and the folder that `assess --out` wrote."""
    out = tmp_path_factory.mktemp("out") / request.param
    given = orders.with_name("clients.csv")
    given.write_text(f"client_id,name\nC05,{EVIL}\nC06,+49 Firma\n", encoding="utf-8")
    arguments = ["assess", str(orders), "--clients", str(given), "--out", str(out), "--lang", request.param]
    assert entry.run(arguments) == 0
    return request.param, out


class Page(HTMLParser):
    """Checks that tags are closed, and gathers text and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.addresses: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script"
        self.addresses += [value for name, value in attributes if name in ("src", "href", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)


def test_out_has_every_file_and_no_other(written):
    _language, out = written
    assert sorted(path.name for path in out.iterdir()) == [
        "assessment.xlsx",
        "clients.parquet",
        "company.json",
        "report.html",
        "signals.parquet",
    ]


def test_report_is_one_whole_file_without_a_network(written):
    language, out = written
    text = (out / "report.html").read_text(encoding="utf-8")
    page = Page()
    page.feed(text)
    assert page.open == []
    assert f'<html lang="{language}">' in text
    assert [address for address in page.addresses if not address.startswith("#")] == []
    assert re.findall(r"https?://|@import|url\(", text) == []
    assert ("Кому внимание" if language == "ru" else "Who needs attention first") in "".join(page.text)


def test_report_runs_no_script_of_the_data(written):
    _language, out = written
    page = Page()
    page.feed((out / "report.html").read_text(encoding="utf-8"))
    assert page.scripts == 1  # ours
    assert EVIL in "".join(page.text)


def test_report_in_russian_has_no_english_sentence(written):
    language, out = written
    page = Page()
    page.feed((out / "report.html").read_text(encoding="utf-8"))
    english = re.findall(r"\b(?:the|clients|of|revenue|who|and|is)\b", " ".join(page.text).lower())
    assert (set(english) == {"clients"} or english == []) == (language == "ru")


def test_numbers_of_the_report_are_those_of_the_company(written):
    language, out = written
    company = json.loads((out / "company.json").read_text(encoding="utf-8"))
    text = (out / "report.html").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
    revenue = f"{company['totals']['revenue_window']:,.0f}"
    assert (revenue.replace(",", " ") if language == "ru" else revenue) in text


def test_workbook_holds_text_as_text(written):
    _language, out = written
    book = load_workbook(out / "assessment.xlsx")
    assert len(book.sheetnames) == 5
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell for cell in cells if cell.data_type == "f"] == []
    assert FORMULA in {cell.value for cell in cells}


def test_workbook_has_filters_a_standing_heading_and_every_client(written):
    language, out = written
    book = load_workbook(out / "assessment.xlsx")
    sheet = book["Клиенты" if language == "ru" else "Clients"]
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.freeze_panes == "B2"
    assert sheet.max_row == 31
    assert sheet["A1"].value == ("Клиент" if language == "ru" else "Client")


def test_summary_names_the_silent_client_first(orders, capsys):
    assert entry.run(["assess", str(orders), "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert "Who needs attention first" in said.out
    assert "Silent for too long" in said.out
    assert "C05" in said.out
    assert "the day of the last order" in said.err


def test_json_is_all_that_stdout_gets(orders, capsys):
    assert entry.run(["assess", str(orders), "--json", "--as-of", "2024-01-01"]) == 0
    company = json.loads(capsys.readouterr().out)
    assert company["as_of"] == "2024-01-01"
    assert company["totals"]["buyers"] == 30


def test_set_changes_a_setting(orders, capsys):
    arguments = ["assess", str(orders), "--json", "--set", "window_days=180", "--set", "hourly_rate=1500,5"]
    assert entry.run(arguments) == 0
    assert json.loads(capsys.readouterr().out)["window_days"] == 180


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--set", "window=1"], "window"),
        (["--set", "window_days"], "--set"),
        (["--set", "window_days=many"], "window_days"),
        (["--set", "window_days=0"], "window_days"),
        (["--map", "amount"], "--map"),
        (["--map", "sum=amount"], "sum"),
        (["--as-of", "01/02/2024"], "01/02/2024"),
        (["--encoding", "klingon"], "klingon"),
        (["--settings", "nowhere.toml"], "nowhere.toml"),
    ],
)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_wrong_usage_is_one_line(orders, capsys, arguments, words, language):
    assert entry.run(["assess", str(orders), "--lang", language, *arguments]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert said.out == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        ("who,when\nA,2024-01-01\n", "client_id"),
        ("client_id,ordered_on,amount\n", "not one row"),
    ],
)
def test_wrong_data_is_one_line(tmp_path, capsys, text, words):
    path = tmp_path / "orders.csv"
    path.write_text(text, encoding="utf-8")
    assert entry.run(["assess", str(path), "--lang", "en"]) == 3
    said = capsys.readouterr().err
    assert words in said
    assert "Nothing was written" in said
    assert len(said.strip().splitlines()) == 1


def test_ambiguous_dates_name_the_option(tmp_path, capsys):
    path = tmp_path / "orders.csv"
    path.write_text("client_id,ordered_on,amount\nA,01/02/2024,5\nB,03/04/2024,6\n", encoding="utf-8")
    assert entry.run(["assess", str(path)]) == 3
    assert "--date-order" in capsys.readouterr().err
    assert entry.run(["assess", str(path), "--date-order", "dmy", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["as_of"] == "2024-04-03"


@pytest.fixture
def broken(tmp_path) -> Path:
    path = tmp_path / "orders.csv"
    bad = "\n".join(f"B{place},2024-01-01,many{place}" for place in range(25))
    path.write_text(f"client_id,ordered_on,amount\nA,2024-01-01,5\n{bad}\n", encoding="utf-8")
    return path


def test_bad_rows_are_listed_and_nothing_is_written(broken, tmp_path, capsys):
    out = tmp_path / "out"
    assert entry.run(["assess", str(broken), "--lang", "en", "--out", str(out)]) == 3
    lines = capsys.readouterr().err.strip().splitlines()
    assert "25 of 26" in lines[0]
    assert len(lines) == 22
    assert "row 3, column “amount”: “many0”, expected a number" in lines[1]
    assert "--skip-bad-rows" in lines[-1]
    assert list(out.iterdir()) == []


def test_bad_rows_can_be_left_out(broken, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert entry.run(["assess", str(broken), "--skip-bad-rows", "--json", "--lang", "en"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["totals"]["buyers"] == 1
    assert "25" in said.err
    assert len((tmp_path / "rejected.csv").read_text(encoding="utf-8-sig").strip().splitlines()) == 26


def test_a_folder_that_cannot_be_written_is_said_before_the_work(orders, tmp_path, capsys):
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    assert entry.run(["assess", str(orders), "--out", str(place / "under")]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_missing_file_is_one_line(capsys):
    assert entry.run(["assess", "nowhere.csv", "--lang", "en"]) == 3
    assert capsys.readouterr().err.startswith("nowhere.csv: there is no such file.")
