"""Illegal input: one clear error that names what, where and which value."""

import numpy as np
import pytest

from vernost.engine.outlook import MBGNBD, GammaGamma, ParetoNBD
from vernost.engine.outlook.errors import (
    IllegalHistory,
    IllegalSetting,
    IllegalSpend,
    LengthMismatch,
    NoObservations,
    NotANumber,
)

GOOD = ([0, 2], [0, 30], [50, 60])

ILLEGAL = [
    (([0, -1], [0, 30], [50, 60]), IllegalHistory, "negative", "x", 1, -1.0),
    (([0, 1.5], [0, 30], [50, 60]), IllegalHistory, "not_whole", "x", 1, 1.5),
    (([0, 2], [0, 61], [50, 60]), IllegalHistory, "after_T", "t_x", 1, 61.0),
    (([0, 2], [0, -3], [50, 60]), IllegalHistory, "negative", "t_x", 1, -3.0),
    (([0, 2], [0, 0], [-50, 60]), IllegalHistory, "negative", "T", 0, -50.0),
    (([0, 2], [5, 30], [50, 60]), IllegalHistory, "not_zero_without_repeat_order", "t_x", 0, 5.0),
    (([0, 2], [0, 30], [50, np.inf]), NotANumber, "not_finite", "T", 1, np.inf),
    (([0, 2, 1], [0, 30, 1], [50, 60]), LengthMismatch, "length_mismatch", "T", 2, 2),
    (([], [], []), NoObservations, "no_observations", "x", None, None),
]


@pytest.mark.parametrize("model", [MBGNBD, ParetoNBD])
@pytest.mark.parametrize(("history", "error", "code", "field", "row", "value"), ILLEGAL)
def test_an_illegal_history_is_refused(model, history, error, code, field, row, value):
    with pytest.raises(error) as caught:
        model.fit(*history)
    found = caught.value
    assert (found.code, found.field, found.row, found.value) == (code, field, row, value)


def test_nan_is_refused_with_its_row():
    with pytest.raises(NotANumber, match="not_finite: t_x at row 1: nan"):
        MBGNBD.fit([0, 2], [0, np.nan], [50, 60])


def test_text_is_refused():
    with pytest.raises(NotANumber, match="not_a_number: x"):
        MBGNBD.fit(["many"], [0], [1])


def test_predictions_refuse_what_a_fit_refuses():
    fitted = MBGNBD.fit(*GOOD)
    with pytest.raises(IllegalHistory):
        fitted.p_alive([1], [9], [8])
    with pytest.raises(IllegalSetting, match="horizon"):
        fitted.expected_orders(*GOOD, -1)
    with pytest.raises(IllegalSetting, match="rate"):
        fitted.discounted_residual_orders(*GOOD, 0)
    with pytest.raises(IllegalSetting, match="penalty"):
        MBGNBD.fit(*GOOD, penalty=-1)


def test_weights_are_checked_and_rows_without_weight_left_out():
    with pytest.raises(IllegalSetting) as caught:
        MBGNBD.fit(*GOOD, weights=[1, -2])
    assert caught.value.row == 1
    with pytest.raises(NoObservations):
        MBGNBD.fit(*GOOD, weights=[0, 0])


@pytest.mark.parametrize(
    ("m", "error"), [([10, 0], IllegalSpend), ([10, -4], IllegalSpend), ([10, np.nan], NotANumber)]
)
def test_an_illegal_spend_is_refused(m, error):
    with pytest.raises(error) as caught:
        GammaGamma.fit([1, 2], m)
    assert caught.value.row == 1


@pytest.mark.parametrize("model", [MBGNBD, ParetoNBD])
def test_empty_predictions_are_empty(model):
    fitted, nobody = model.fit(*GOOD), ([], [], [])
    assert fitted.p_alive(*nobody).shape == (0,)
    assert fitted.expected_orders(*nobody, 10).shape == (0,)
    assert fitted.discounted_residual_orders(*nobody, 0.1).shape == (0,)
    assert GammaGamma.fit([1, 2], [3, 4]).expected_spend([], []).shape == (0,)


def test_a_model_of_given_parameters_has_no_likelihood():
    fitted = MBGNBD.fit(*GOOD)
    given = MBGNBD(fitted.params)
    assert given.p_alive(*GOOD).tolist() == fitted.p_alive(*GOOD).tolist()
    with pytest.raises(ValueError, match="not_fitted"):
        given.log_likelihood  # noqa: B018
