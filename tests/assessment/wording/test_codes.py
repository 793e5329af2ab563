"""No code of the engine is without words."""

import ast
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import vernost.engine
from vernost.assessment.wording import errors, gaps, judgement, outlook, reasons
from vernost.assessment.wording.columns import TYPES, heading
from vernost.assessment.wording.signals import SIGNALS
from vernost.cli.steps import STEPS
from vernost.engine import codes
from vernost.engine.settings import Settings
from vernost.engine.tables import INPUTS, OUTPUTS

# `vernost.engine.assess` is the function; its module has to be asked for.
ASSESS_STEPS = import_module("vernost.engine.assess").STEPS

ENGINE = Path(vernost.engine.__file__).parent


def places(sentence: str) -> set[str]:
    return {place for _text, place, _spec, _conversion in Formatter().parse(sentence) if place}


def raised_codes() -> set[str]:
    """The first argument of every error that the engine raises as a plain text."""
    found = set()
    for path in ENGINE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and node.exc.args:
                first, keywords = node.exc.args[0], {keyword.arg for keyword in node.exc.keywords}
                name = getattr(node.exc.func, "id", "")
                if isinstance(first, ast.Constant) and name in FAMILY and keywords:
                    found.add(str(first.value))
    return found


FAMILY = {
    "EngineError",
    "UnreadableFile",
    "MissingColumn",
    "AmbiguousColumn",
    "UnknownMapping",
    "AmbiguousDates",
    "AmbiguousNumbers",
    "BadRows",
}


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (judgement.GROUPS, codes.GROUPS),
        (judgement.GROUP_ADVICE, codes.GROUPS),
        (judgement.STAGES, codes.STAGES),
        (judgement.LOYALTY, codes.LOYALTY_LEVELS),
        (judgement.COMPONENTS, codes.COMPONENTS),
        (judgement.ABC, codes.ABC),
        (judgement.AREAS, {signal.area for signal in codes.SIGNALS}),
        (judgement.SEVERITIES, {signal.severity for signal in codes.SIGNALS}),
        (judgement.TABLES, INPUTS),
        (reasons.LOYALTY_MISSING, codes.LOYALTY_MISSING),
        (SIGNALS, codes.SIGNAL_BY_CODE),
        (STEPS, {*ASSESS_STEPS, "done"}),
    ],
)
def test_every_code_has_words_and_no_words_are_left_over(words, known):
    assert set(words) == set(known)


@pytest.mark.parametrize(
    ("names", "sentences", "known"),
    [
        (reasons.GROUP_NAMES, reasons.GROUP_SENTENCES, codes.GROUP_REASONS),
        (reasons.GUARD_NAMES, reasons.GUARD_SENTENCES, codes.GUARDS),
        (reasons.STAGE_NAMES, reasons.STAGE_SENTENCES, codes.STAGE_REASONS),
        (reasons.LOYALTY_NAMES, reasons.LOYALTY_SENTENCES, codes.LOYALTY_REASONS),
    ],
)
def test_every_reason_has_a_name_and_a_sentence_with_columns_of_clients(names, sentences, known):
    assert set(names) == set(sentences) == {reason.code for reason in known}
    for reason in known:
        assert places(sentences[reason.code]) <= set(OUTPUTS["clients"].names)
        assert places(sentences[reason.code]) <= set(reason.columns)


@pytest.mark.parametrize("code", list(codes.SIGNAL_BY_CODE))
def test_a_signal_shows_only_the_evidence_that_it_has(code):
    signal, shown = codes.SIGNAL_BY_CODE[code], places(SIGNALS[code].found)
    assert "observed" in shown
    assert not ("expected" in shown and not signal.expected)
    assert not ("threshold" in shown and not signal.threshold)
    assert SIGNALS[code].advice


def test_every_output_column_has_a_heading_and_every_type_a_name():
    for table, spec in OUTPUTS.items():
        for column in spec.columns:
            assert heading(table, column.name)
            assert column.type in TYPES


def test_every_error_has_words():
    known = set(errors.SENTENCES)
    assert raised_codes() <= known


def test_every_gap_has_words():
    source = (ENGINE / "steps" / "missing.py").read_text(encoding="utf-8")
    tree = ast.parse(source)
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for code in gaps.GAPS:
        assert code in texts
    needs = next(
        node for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "_NEEDS"
    )
    assert {what for what, _table, _column in ast.literal_eval(needs.value)} <= set(gaps.GAPS)


def test_every_warning_of_the_outlook_has_words():
    source = (ENGINE / "outlook" / "quality.py").read_text(encoding="utf-8")
    values = {
        node.value.value
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    assert set(outlook.WARNINGS) == values


def test_every_setting_has_a_meaning():
    assert all(setting.metadata["meaning"] for setting in fields(Settings))
