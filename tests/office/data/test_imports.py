import gzip
from csv import reader as csv_reader
from io import BytesIO

import pandas
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.factories.clients import make_client
from vernost.clients.models import Client, Order
from vernost.core.jobs.worker import run_queued_jobs
from vernost.transfer.kinds import KINDS

ORDERS = "client,date,amount,number\nA-1,2026-01-10,100,1\nA-1,oops,5,2\n,2026-01-11,7,3\n"


def csv(text: str, name: str = "orders.csv", encoding: str = "utf-8") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(encoding))


def text_of(response) -> str:
    return response.content.decode()


def test_way_from_file_to_report_and_back(checked, director):
    browser, address = checked(director, csv(ORDERS))
    page = text_of(browser.get(address))
    assert "So it would be" in page
    assert Order.objects.count() == 0

    browser.post(f"{address}start/")
    run_queued_jobs()

    page = text_of(browser.get(address))
    assert "The import is through." in page
    assert "“oops”, expected a day" in page
    assert Order.objects.get().number == "1"
    browser.post(f"{address}undo/")
    run_queued_jobs()
    assert "Taken back: 2 records removed" in text_of(browser.get(address))
    assert Client.objects.filter(deleted_at=None).count() == 0


def test_refused_rows_come_back_and_go_in_when_mended(checked, director):
    browser, address = checked(director, csv(ORDERS))

    lines = browser.get(f"{address}rejected.csv").content.decode("utf-8-sig").splitlines()

    assert lines[0] == "client,date,amount,number,rejected_row,rejected_reason"
    assert lines[1].startswith("A-1,oops,5,2,3,")
    assert "expected a day" in lines[1]
    assert lines[2].startswith(",2026-01-11,7,3,4,")
    mended = "\n".join(lines).replace("oops", "2026-01-12").replace("\n,2026", "\nA-2,2026")
    browser, address = checked(director, csv(mended))
    browser.post(f"{address}start/")
    run_queued_jobs()
    assert sorted(Order.objects.values_list("client__code", "number")) == [("A-1", "2"), ("A-2", "3")]


def test_rejected_file_carries_no_formulas(checked, director):
    browser, address = checked(director, csv("client,date,amount,subject\nA,oops,1,=cmd()\n"))

    assert ",'=cmd()," in browser.get(f"{address}rejected.csv").content.decode()


@pytest.mark.parametrize("name", sorted(KINDS))
@pytest.mark.parametrize("language", ["ru", "en"])
def test_sample_is_read_without_a_question(checked, uploaded, director, name, language):
    director.language = language
    director.save()
    for code in ("1001", "1002", "1003"):
        if name != "clients":
            make_client(f"Client {code}", code=code)
    browser, _address = uploaded(director, csv("client\n1\n"))
    sample = browser.get(f"/data/sample/{name}.csv").content

    browser, address = uploaded(director, SimpleUploadedFile(f"{name}.csv", sample))

    form = browser.get(f"{address}columns/").context["form"]
    assert form.kind.name == name
    head = sample.decode("utf-8-sig").splitlines()[0]
    headers = next(csv_reader([head], delimiter=";" if language == "ru" else ","))
    assert len(form.kept.mapping) == len(headers)
    browser, address = checked(director, SimpleUploadedFile(f"{name}.csv", sample), client_key="code")
    run = browser.get(address).context["run"]
    if run.state == "values":
        assert set(run.unknown) == ({"segment"} if name == "clients" else {"service_line"})
    else:
        assert (run.state, run.expected["created"], run.expected["refused"]) == ("checked", 3, 0)


def packed() -> bytes:
    return gzip.compress(ORDERS.encode())


def sheet() -> bytes:
    file = BytesIO()
    pandas.read_csv(BytesIO(ORDERS.encode())).to_excel(file, index=False)
    return file.getvalue()


def parquet() -> bytes:
    file = BytesIO()
    pandas.read_csv(BytesIO(ORDERS.encode())).to_parquet(file, index=False)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        packed,
        sheet,
        parquet,
        lambda: ORDERS.replace(",", "\t").encode(),
        lambda: ("клиент;дата;сумма;номер\n" + ORDERS.split("\n", 1)[1].replace(",", ";")).encode("cp1251"),
    ],
    ids=["gz", "xlsx", "parquet", "tsv", "cp1251"],
)
def test_files_of_any_kind(checked, director, content):
    browser, address = checked(director, SimpleUploadedFile("orders", content()))

    expected = browser.get(address).context["run"].expected
    assert (expected["created"], expected["refused"]) == (1, 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The submitted file is empty."),
        (b"PK\x03\x04nonsense", "no table that can be read"),
        (b"\x1f\x8bnonsense", "archive is damaged"),
        (b'client,date\n"never closed,1\n', "quotation mark"),
    ],
)
def test_broken_file_is_refused_in_words(browser_of, director, content, said):
    response = browser_of(director).post("/data/import/", {"file": SimpleUploadedFile("odd.csv", content)})

    page = text_of(response)
    assert response.status_code == 200
    assert said in page
    assert "Traceback" not in page
    assert "vernost-tests" not in page


def test_days_that_fit_both_orders_are_asked_for(checked, director):
    file = csv("client,date,amount\nA,01/02/2026,1\nA,03/04/2026,2\n")

    browser, address = checked(director, file)

    page = text_of(browser.get(f"{address}columns/"))
    assert "may begin with the day or with the month" in page
    browser, address = checked(director, csv("client,date,amount\nA,01/02/2026,1\n"), date_order="mdy")
    assert browser.get(address).context["run"].expected["created"] == 1


def test_mapping_is_corrected_and_remembered(checked, uploaded, director):
    text = "who,when,how much\nA,2026-01-10,5\n"
    chosen = {"header-client_id": "who", "header-ordered_on": "when", "header-amount": "how much"}
    checked(director, csv(text), kind="orders", **chosen)

    browser, address = uploaded(director, csv(text.replace("5", "6")))

    form = browser.get(f"{address}columns/?kind=orders").context["form"]
    assert form["header-amount"].value() == "how much"


def test_missing_column_is_said_at_its_place(uploaded, director):
    browser, address = uploaded(director, csv("client,date\nA,2026-01-10\n"))

    response = browser.post(
        f"{address}columns/", {"kind": "orders", "client_key": "code", "date_order": "auto"}
    )

    assert response.context["form"].errors["header-amount"] == ["Needed: choose the header."]


def test_unknown_words_are_asked_for_on_a_page(checked, director):
    browser, address = checked(director, csv("code,name,segment\n1,Alpha,Banks\n", "clients.csv"))
    assert "Banks" in text_of(browser.get(f"{address}values/"))

    browser.post(f"{address}values/", {"segment-0": "+", "segment-others": "!"})
    run_queued_jobs()

    assert browser.get(address).context["run"].expected["created"] == 1


def test_rows_are_filtered_and_paged(checked, director):
    rows = "".join(f"A,2026-01-{n % 28 + 1:02},{n},{n}\n" for n in range(1, 121))
    browser, address = checked(director, csv(f"client,date,amount,number\n{rows}A,oops,1,x\n"))

    assert next(row["row"] for row in browser.get(f"{address}?page=3").context["rows"]) == 102
    refused = browser.get(f"{address}?outcome=refused").context
    assert ([row["row"] for row in refused["rows"]], refused["pages"]) == ([122], 1)


def test_import_of_another_is_not_there(checked, browser_of, director, boris):
    _browser, address = checked(director, csv(ORDERS))

    for place in ("", "columns/", "values/", "rejected.csv"):
        assert browser_of(boris).get(address + place).status_code == 404
    for place in ("start/", "stop/", "undo/"):
        assert browser_of(boris).post(address + place).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_the_history_do_not_grow(uploaded, director, count, django_assert_num_queries):
    for _ in range(count):
        browser, _address = uploaded(director, csv(ORDERS))
    browser.get("/data/")

    with django_assert_num_queries(4):
        page = text_of(browser.get("/data/"))

    assert page.count("orders.csv") == count


def test_before_it_is_taken_back_one_sees_what_goes_and_what_stays(checked, director):
    kept = make_client("Alpha", code="A-1", industry="Old")
    browser, address = checked(director, csv("code,name,industry\nA-1,Omega,New\nB-1,Beta,Retail\n"))
    browser.post(f"{address}start/")
    run_queued_jobs()
    Client.objects.filter(pk=kept.pk).update(industry="Newer")

    page = text_of(browser.get(f"{address}undo/"))

    assert "1 records would go, 1 would be put back as they were, 1 would stay as they are" in page
    assert "<del>Omega</del> → <ins>Alpha</ins>" in page
    assert "Newer" not in page
    assert Client.objects.filter(deleted_at=None).count() == 2
    kept.refresh_from_db()
    assert kept.name == "Omega"
