"""Step 3, outlook: who is still a client, how many purchases and how much money lie ahead (assessment.md, 3).

The model is fitted on the driver to grouped statistics (unique x, t_x, T with counts); what it says comes back as a
small table by (x, T), and the rest is arithmetic on every client's row. x: purchases after the first; t_x: days from
the first to the last; T: days from the first to `today`.
"""

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import numpy as np
import pyarrow as pa
from ibis import _

from vernost.engine.exchange import numbers, rows
from vernost.engine.outlook import BGNBD, MBGNBD, GammaGamma, ParetoNBD
from vernost.engine.outlook.arrays import Floats
from vernost.engine.settings import Settings

type Buying = MBGNBD | BGNBD | ParetoNBD

MODELS: dict[str, type[MBGNBD] | type[BGNBD] | type[ParetoNBD]] = {
    "mbg_nbd": MBGNBD,
    "bg_nbd": BGNBD,
    "pareto_nbd": ParetoNBD,
}
_KEYS = ("x", "t_x", "T")
# Mean spends are grouped into steps of 1/256 of a log unit (0.4 %); each group keeps its own mean.
_SPEND_STEPS = 256


@dataclass(frozen=True)
class Models:
    """The two models of one company: buying and leaving, and the sums."""

    buying: Buying
    spend: GammaGamma

    @property
    def keys(self) -> tuple[str, ...]:
        """What the predictions hang on."""
        return _KEYS if isinstance(self.buying, ParetoNBD) else ("x", "T")


@dataclass(frozen=True)
class Outlook:
    """What the fit gave: `models` is None with too few clients."""

    models: Models | None
    clients: int
    warnings: tuple[str, ...]

    @property
    def leaving_known(self) -> bool:
        """Whether the data tell those who left from those who wait."""
        return self.models is not None and "dropout_not_identified" not in self.warnings


def summary(history: ir.Table, today: int) -> ir.Table:
    """client_id, x, t_x, T (days) and m (mean sum of a purchase, cents) of everybody who ever bought."""
    return history.filter(_.occasions > 0).select(
        "client_id",
        x=(_.occasions - 1).cast("int32"),
        t_x=(_.last_day - _.first_day).cast("int32"),
        T=(today - _.first_day).cast("int32"),
        m=_.bought / _.occasions,
    )


def grouped(summary: ir.Table) -> ir.Table:
    """Unique (x, t_x, T) with the number of clients: all that the models of buying and leaving need."""
    return summary.group_by(*_KEYS).aggregate(n=_.count())


def grouped_spend(summary: ir.Table) -> ir.Table:
    """Clients by number of purchases and step of mean spend: orders, m (mean of the group), n."""
    step = (_.m.ln() * _SPEND_STEPS).floor().cast("int64")
    return (
        summary.mutate(orders=(_.x + 1).cast("int32"), step=step)
        .group_by("orders", "step")
        .aggregate(m=_.m.mean(), n=_.count())
    )


def fit(groups: pa.Table, spends: pa.Table, settings: Settings) -> Outlook:
    """Fit by penalised maximum likelihood; the rows are sorted first, so that their order changes nothing."""
    groups = groups.sort_by([(key, "ascending") for key in _KEYS])
    x, t_x, T, n = numbers(groups, *_KEYS, "n")
    clients = int(n.sum())
    if clients < settings.outlook_min_clients:
        return Outlook(None, clients, ("not_enough_data",))
    model = MODELS[settings.outlook_model].fit(x, t_x, T, weights=n, penalty=settings.outlook_penalty)
    spends = spends.sort_by([("orders", "ascending"), ("m", "ascending")])
    count, mean, many = numbers(spends, "orders", "m", "n")
    spend = GammaGamma.fit(count, mean, weights=many, penalty=settings.outlook_penalty)
    return Outlook(Models(model, spend), clients, tuple(dict.fromkeys((*model.warnings, *spend.warnings))))


def predictions(models: Models, groups: pa.Table, settings: Settings) -> pa.Table:
    """What the models say, by (x, T) (by (x, t_x, T) for Pareto/NBD, whose P(alive) needs all three).

    Columns: the keys, odds (not in Pareto/NBD), p_alive (only there), orders_if_alive, residual_if_alive (both for
    the horizon and for ever, discounted), order_if_alive (probability of one in the next `recent_days`), spend_factor
    (× (γ + orders × m) is the expected spend).
    """
    orders, last, end = (values.astype(np.int64) for values in numbers(groups, *_KEYS))
    if "t_x" not in models.keys:
        # One integer a pair: both are days or counts of days, far below 2³¹.
        pairs = np.unique(orders << 32 | end)
        orders, end = pairs >> 32, pairs & 0xFFFFFFFF
        last = np.where(orders > 0, end, 0)
    keys = {"x": orders, "t_x": last, "T": end}
    table = rows(**{name: keys[name].astype(np.int32) for name in models.keys})
    x, t_x, T = (values.astype(np.float64) for values in (orders, last, end))
    rate = float(np.log1p(settings.discount_rate)) / 365
    alive = models.buying.p_alive(x, t_x, T)
    columns = {
        "orders_if_alive": models.buying.expected_orders(x, t_x, T, settings.horizon_days) / alive,
        "residual_if_alive": models.buying.discounted_residual_orders(x, t_x, T, rate) / alive,
        "order_if_alive": models.buying.p_order_if_alive(x, T, settings.recent_days),
        "spend_factor": _spend_factor(models.spend, x + 1),
    }
    if isinstance(models.buying, ParetoNBD):
        columns["p_alive"] = alive
    else:
        columns["odds"] = models.buying.expected_orders_parts(x, T, 0.0).odds
    found = rows(**columns)
    for name in columns:
        table = table.append_column(name, found.column(name))
    return table


def outlook(history: ir.Table, fitted: Outlook, predicted: ir.Table | None, today: int) -> ir.Table:
    """`history` with p_alive (empty: leaving not identified), p_order (as the model has it), expected_orders,
    expected_spend, expected_revenue, residual_value (money in cents, as floats); all empty where the company is too
    small or the client never bought.
    """
    models = fitted.models
    if predicted is None or models is None:
        none = ibis.null("float64")
        names = (
            "p_alive",
            "p_order",
            "expected_orders",
            "expected_spend",
            "expected_revenue",
            "residual_value",
        )
        return history.mutate(**dict.fromkeys(names, none))
    table = history.mutate(
        x=(history.occasions - 1).cast("int32"),
        t_x=(history.last_day - history.first_day).cast("int32"),
        T=(today - history.first_day).cast("int32"),
    )
    keys = models.keys
    table = table.left_join(predicted, keys).select(
        table, *[predicted[c] for c in predicted.columns if c not in keys]
    )
    spend = models.spend.params
    table = table.mutate(
        alive=_alive(table, models),
        expected_spend=table.spend_factor * (spend.gamma + table.bought.cast("float64")),
    )
    table = table.mutate(
        p_alive=table.alive if fitted.leaving_known else ibis.null("float64"),
        p_order=table.alive * table.order_if_alive,
        expected_orders=table.alive * table.orders_if_alive,
        # Who nobody is seen to leave would stay for ever: no sum to plan with.
        residual_value=table.alive * table.residual_if_alive * table.expected_spend
        if fitted.leaving_known
        else ibis.null("float64"),
    )
    table = table.mutate(expected_revenue=table.expected_orders * table.expected_spend)
    return table.drop(
        "x", "t_x", "T", "alive", *[c for c in predicted.columns if c not in (*keys, "p_alive")]
    )


def _alive(table: ir.Table, models: Models) -> ir.FloatingValue:
    if isinstance(models.buying, ParetoNBD):
        return table.p_alive
    params = models.buying.params
    silence = ((params.alpha + table.T) / (params.alpha + table.t_x)).ln()
    gone = table.odds * ibis.least((params.r + table.x) * silence, 700.0).exp()
    return (1 / (1 + gone)).clip(lower=np.finfo(np.float64).tiny)


def _spend_factor(spend: GammaGamma, orders: Floats) -> Floats:
    """Expected spend ÷ (γ + orders × m): it does not depend on m."""
    some = np.full_like(orders, spend.params.gamma)
    return spend.expected_spend(orders, some) / (spend.params.gamma + orders * some)
