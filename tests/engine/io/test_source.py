"""Files of every kind and in every bad shape."""

import gzip
from datetime import date, datetime

import duckdb
import openpyxl
import pytest

from vernost.engine.io import ReadOptions, read_table
from vernost.engine.io.errors import UnreadableFile, VernostDataError
from vernost.engine.tables import INPUTS

ORDERS = INPUTS["orders"]
TWO = [("1", date(2024, 1, 2), 5.0), ("2", date(2024, 1, 3), 6.5)]
SKIP = ReadOptions(skip_bad_rows=True)


@pytest.fixture
def written(tmp_path):
    def write(data, name="orders.csv"):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    return write


def rows(result):
    return result.relation.select("client_id", "ordered_on", "amount").fetchall()


def refusal(path, options=None):
    with pytest.raises(VernostDataError) as refused:
        read_table(path, ORDERS, options)
    assert str(path) in str(refused.value)
    return refused.value


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends(written, separator, newline):
    lines = [("client", "date", "amount"), ("1", "2024-01-02", "5"), ("2", "2024-01-03", "6.5")]

    result = read_table(written(newline.join(separator.join(line) for line in lines) + newline), ORDERS)

    assert rows(result) == TWO
    assert result.files[0].source.separator == separator


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251"])
def test_encodings(written, encoding):
    text = "Клиент;Дата;Сумма\nИванов и сыновья;2024-01-02;5\n"

    assert rows(read_table(written(text.encode(encoding)), ORDERS)) == [
        ("Иванов и сыновья", date(2024, 1, 2), 5.0)
    ]


def test_gzip(written):
    data = gzip.compress(b"client,date,amount\n1,2024-01-02,5\n2,2024-01-03,6.5\n")

    assert rows(read_table(written(data, "orders.csv.gz"), ORDERS)) == TWO
    assert refusal(written(data[:-12], "cut.csv.gz")).code == "broken_archive"


def workbook(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, lines in sheets.items():
        sheet = book.create_sheet(title)
        for line in lines:
            sheet.append(line)
    book.save(path)
    return path


def test_spreadsheet(tmp_path):
    lines = [
        ["Продажи за январь"],
        [],
        ["Код клиента", "Дата", "Сумма"],
        [1, datetime(2024, 1, 2, 15, 30), 5],  # noqa: DTZ001 - a spreadsheet knows no zone
        [2, date(2024, 1, 3), "6,50"],
        [None, None, None],
        ["Итого", None, 11.5],
    ]
    path = workbook(tmp_path / "продажи.xlsx", {"О файле": [["Отчёт"]], "Данные": lines})

    result = read_table(path, ORDERS)

    assert rows(result) == TWO
    assert result.files[0].source.sheet == "Данные"
    assert result.files[0].source.totals == (7,)


def test_spreadsheet_names_the_row_that_the_person_sees(tmp_path):
    lines = [[], ["Клиент", "Дата", "Сумма"], [1, date(2024, 1, 2), 5], [], [2, 45294, "x"]]

    result = read_table(workbook(tmp_path / "a.xlsx", {"A": lines}), ORDERS, SKIP)

    assert [(cell.row, cell.column, cell.value) for cell in result.first_bad] == [(5, "amount", "x")]


def test_a_sheet_that_is_not_there(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"A": [["x"]]})

    assert refusal(path, ReadOptions(sheet="Б")).details["sheets"] == ["A"]


def test_parquet_with_types_of_its_own(tmp_path):
    path = tmp_path / "orders.parquet"
    duckdb.connect().execute(
        "COPY (SELECT * FROM (VALUES (17850.0::DOUBLE, TIMESTAMP '2024-01-02 10:00:00', 5::DECIMAL(9, 2)), "
        f"(2.0, TIMESTAMP '2024-01-03 00:00:00', 6.5)) AS t(client_id, ordered_on, amount)) TO '{path}'"
    )

    assert rows(read_table(path, ORDERS)) == [("17850", *TWO[0][1:]), TWO[1]]


def test_parquet_with_nothing_but_text(tmp_path):
    path = tmp_path / "orders.parquet"
    duckdb.connect().execute(
        "COPY (SELECT '1' AS client, '02.01.2024' AS date, '5,00' AS sum UNION ALL "
        f"SELECT '2', '03.01.2024', '6,50') TO '{path}'"
    )

    assert rows(read_table(path, ORDERS)) == TWO


def test_titles_above_and_totals_below(written):
    titles = "Отчёт о продажах;;\nза январь 2024 г.;;\n\n"
    text = titles + "Клиент;Дата;Сумма\n1;02.01.2024;5,00\n\n2;03.01.2024;6,50\nИтого:;;11,50\n"

    result = read_table(written(text), ORDERS)

    assert rows(result) == TWO
    assert result.files[0].source.totals == (8,)


def test_a_client_called_total_is_no_totals_row(written):
    text = "client,date,amount\n1,2024-01-02,5\nTotal Energies,2024-01-03,6.5\n"

    assert len(rows(read_table(written(text), ORDERS))) == 2


def test_row_numbers_count_empty_lines(written):
    result = read_table(written("client,date,amount\n\n1,2024-01-02,5\n\n\n2,2024-01-03,x\n"), ORDERS, SKIP)

    assert [cell.row for cell in result.first_bad] == [6]


def test_short_rows_are_filled_and_long_rows_are_bad(written):
    text = "client,date,amount,status\n1,2024-01-02,5\n2,2024-01-03,6.5,,,\n3,2024-01-04,7,done,extra\n4,2024-01-05\n"

    result = read_table(written(text), ORDERS, SKIP)

    assert rows(result) == TWO
    assert [(cell.row, cell.column, cell.expected) for cell in result.first_bad] == [
        (4, "", "too_many_cells"),
        (5, "amount", "required"),
    ]


def test_quoted_separators_line_breaks_and_stray_quotes(written):
    names = ['"Smith, Sons"', '"two\nlines"', '5" pipes', '"He ""X"""']
    text = "client,date,amount\n" + "".join(f"{name},2024-01-02,5\n" for name in names)

    assert [row[0] for row in rows(read_table(written(text), ORDERS))] == [
        "Smith, Sons",
        "two lines",
        '5" pipes',
        'He "X"',
    ]


def test_a_column_without_a_header_does_no_harm(written):
    assert (
        rows(read_table(written("client,date,amount,,\n1,2024-01-02,5,x,y\n2,2024-01-03,6.5,,\n"), ORDERS))
        == TWO
    )


def test_a_name_with_stars_and_brackets(written):
    path = written("client,date,amount\n1,2024-01-02,5\n2,2024-01-03,6.5\n", "orders [1] *.csv")

    assert rows(read_table(path, ORDERS)) == TWO


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\n\n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b"client,date,amount\n1,2024-01-02,5\x00\n", "nul_bytes"),
        (b'client,date,amount\n1,2024-01-02,5\n"2,2024-01-03,6\n', "unclosed_quote"),
        (b"PK\x03\x04 no archive", "not_a_table"),
        (b"PAR1 no parquet", "not_a_table"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook", "not_a_table"),
        ("клиент,date,amount\n1,2024-01-02,5\nимя".encode() + b"\xff\xfe,2024-01-02,5\n", "broken_bytes"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(written, data, code):
    assert refusal(written(data)).code == code


def test_a_broken_place_is_named(written):
    assert refusal(written(b'client,date,amount\n1,2024-01-02,5\n"2,2024-01-03,6\n')).details["line"] == 3
    assert refusal(written(b"client,date,amount\n1,2024-01-02,5\x00\n")).details["line"] == 2


def test_no_file_and_a_folder(tmp_path):
    assert refusal(tmp_path / "none.csv").code == "not_found"
    assert refusal(tmp_path).code == "is_directory"


@pytest.mark.parametrize("separator", ["", "ab", '"', "\n"])
def test_a_separator_that_cannot_be(written, separator):
    with pytest.raises(UnreadableFile) as refused:
        read_table(written("client,date,amount\n"), ORDERS, ReadOptions(separator=separator))

    assert refused.value.code == "unknown_separator"
