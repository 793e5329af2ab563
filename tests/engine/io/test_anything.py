"""Whatever the bytes: a table or one clear error."""

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow.compute as pc
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vernost.engine.errors import EngineError
from vernost.engine.io import ReadOptions, read_table
from vernost.engine.tables import INPUTS

CONNECTION = duckdb.connect()
HEADERS = st.sampled_from(
    ["client,date,amount\n", "Клиент;Дата;Сумма\n", "x\n\nclient\tdate\tqty\tprice\n", ""]
)
CELL = st.one_of(
    st.sampled_from(
        ["1", "2024-01-02", "31.12.2024", "01/02/2024", "1 234,56", "(5)", "nan", '"', "Итого", "=1", "€"]
    ),
    st.text(max_size=8),
)
ROW = st.lists(CELL, max_size=5).flatmap(
    lambda cells: st.sampled_from(",;\t").map(lambda mark: mark.join(cells))
)
TEXT = st.builds(lambda header, rows: header + "\n".join(rows), HEADERS, st.lists(ROW, max_size=6))
ENCODED = st.builds(
    lambda text, name: text.encode(name, "replace"),
    TEXT,
    st.sampled_from(["utf-8", "cp1251", "utf-16", "utf-8-sig"]),
)


@settings(max_examples=80, deadline=None)
@given(data=st.one_of(ENCODED, st.binary(max_size=200)), skip=st.booleans())
@example(data=b'client,date,amount\n"1,2024-01-02,5\n', skip=True)
@example(data=b"\x1f\x8b\x08", skip=True)
@example(data=b"PK\x03\x04", skip=True)
def test_any_bytes_give_a_table_or_one_clear_error(data, skip):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "orders.csv"
        path.write_bytes(data)
        try:
            result = read_table(path, INPUTS["orders"], ReadOptions(skip_bad_rows=skip), CONNECTION)
        except EngineError as error:
            refused = error
        else:
            refused = None
        if refused is not None:
            assert (refused.code, str(refused)) > ("", "")
            return
        table = result.arrow()
        assert table.num_rows == result.rows
        assert pc.all(pc.is_finite(table["amount"])).as_py() in (True, None)
        assert sum(table[name].null_count for name in ("client_id", "ordered_on", "amount")) == 0
        assert (
            result.write_rejected(Path(folder) / "rejected.csv") == result.bad_rows
            if result.bad_rows
            else True
        )
