"""Words of the outlook: models, parameters, warnings of the fit."""

from vernost.assessment.wording.catalogue import gettext_noop as _

MODELS = {
    "mbg_nbd": _("MBG/NBD: every purchase, the first included, may be the last"),
    "bg_nbd": _("BG/NBD: every purchase after the first may be the last"),
    "pareto_nbd": _("Pareto/NBD: a client may leave at any moment"),
}
WARNINGS = {
    "not_enough_data": _(
        "Not enough data: too few clients bought, or bought twice. Take the outlook as a guess."
    ),
    "dropout_not_identified": _(
        "The history does not tell who has left from who is waiting: the probability to be still a client is not given."
    ),
    "spend_mean_not_finite": _(
        "Sums differ so much between clients that their mean is not stable: a median is used."
    ),
    "not_converged": _("The fit did not come to rest: take the outlook with care."),
    "parameter_at_bound": _(
        "A parameter of the fit stands at the edge of what is possible: take the outlook with care."
    ),
}
