"""The answer is as declared: columns, types, codes."""

import pyarrow as pa
import pytest

from tests.engine.cast import Firm, assessed
from vernost.engine import codes
from vernost.engine.tables import OUTPUTS

TYPES = {
    "text": pa.string(),
    "code": pa.string(),
    "codes": pa.string(),
    "date": pa.date32(),
    "money": pa.decimal128(18, 2),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
}
REASONS = {
    "group": codes.GROUP_REASONS,
    "guard": codes.GUARDS,
    "stage": codes.STAGE_REASONS,
    "loyalty": codes.LOYALTY_REASONS,
}


@pytest.fixture(scope="module")
def answer() -> dict[str, pa.Table]:
    firm = Firm()
    for number in range(12):
        firm.buys(f"c{number}", *range(5, 400, 20 + number), amount=100 + number)
    with assessed(firm.tables()) as result:
        return {"clients": result.clients.to_arrow(), "signals": result.signals.to_arrow()}


@pytest.mark.parametrize("name", OUTPUTS)
def test_columns_and_types_are_the_declared_ones(answer, name):
    found = {field.name: field.type for field in answer[name].schema}

    assert found == {
        column.name: pa.string() if column.type == "id" else TYPES[column.type]
        for column in OUTPUTS[name].columns
    }
    assert tuple(found) == OUTPUTS[name].names


@pytest.mark.parametrize("kind", REASONS)
def test_the_evidence_of_every_reason_is_a_column_of_the_answer(kind):
    assert {column for reason in REASONS[kind] for column in reason.columns} <= set(OUTPUTS["clients"].names)


@pytest.mark.parametrize("kind", REASONS)
def test_no_code_is_declared_twice(kind):
    names = [reason.code for reason in REASONS[kind]]

    assert len(names) == len(set(names))


def test_the_answer_in_files_is_the_answer(tmp_path):
    with assessed(Firm().buys("a", 5).buys("b", 50).tables()) as result:
        result.write(tmp_path)

        assert sorted(path.name for path in tmp_path.iterdir()) == [
            "clients.parquet",
            "company.json",
            "signals.parquet",
        ]
        assert result.client("a") in result.clients.to_arrow().to_pylist()
        assert result.client("nobody") is None
        assert [row["amount"] for row in result.occasions_of(["a", "b"]).to_pylist()] == [100, 100]
