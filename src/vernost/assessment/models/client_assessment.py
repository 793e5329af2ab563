from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vernost.assessment.models.run import Run
from vernost.clients.models import Client
from vernost.core.models.base import Concluded
from vernost.core.models.fields import MoneyField
from vernost.core.models.indexes import SortIndex
from vernost.engine.codes import GROUPS, LOYALTY_LEVELS, STAGES


class ClientAssessment(Concluded):
    """What the last assessment says of a client. The columns are the engine's table `clients` (engine/tables), and
    what is in force of its three proposals.

    One row a client, replaced by each run, so that lists filter and sort on it; what came before is in Standing.
    """

    client = models.OneToOneField(
        Client, models.CASCADE, primary_key=True, related_name="assessment", verbose_name=_("client")
    )
    run = models.ForeignKey(
        Run, models.PROTECT, related_name="assessments", verbose_name=_("assessment"), db_index=False
    )

    # Basics: the window is the year up to the day
    first_on = models.DateField(_("First purchase"), null=True, blank=True)
    last_on = models.DateField(_("Last purchase"), null=True, blank=True)
    tenure_days = models.IntegerField(_("Relationship, days"), null=True, blank=True)
    occasions = models.IntegerField(_("Purchases"), null=True, blank=True)
    occasions_window = models.IntegerField(_("Purchases, window"), null=True, blank=True)
    occasions_previous = models.IntegerField(_("Purchases, window before"), null=True, blank=True)
    revenue = MoneyField(_("Revenue, ever"), null=True, blank=True)
    revenue_window = MoneyField(_("Revenue, window"), null=True, blank=True)
    revenue_previous = MoneyField(_("Revenue, window before"), null=True, blank=True)
    revenue_earlier = MoneyField(_("Revenue, two windows before"), null=True, blank=True)
    returns_window = MoneyField(_("Returns, window"), null=True, blank=True)
    margin_window = MoneyField(_("Margin, window"), null=True, blank=True)
    cost_to_serve_window = MoneyField(_("Cost to serve, window"), null=True, blank=True)
    net_contribution = MoneyField(_("Net contribution, ever"), null=True, blank=True)
    net_contribution_window = MoneyField(_("Net contribution, window"), null=True, blank=True)
    net_contribution_previous = MoneyField(_("Net contribution, window before"), null=True, blank=True)
    mean_order = MoneyField(_("Mean purchase"), null=True, blank=True)
    median_order = MoneyField(_("Median purchase"), null=True, blank=True)
    service_lines = models.IntegerField(_("Kinds of service"), null=True, blank=True)
    # Rhythm
    intervals = models.IntegerField(_("Intervals in the rhythm"), null=True, blank=True)
    typical_interval = models.FloatField(_("Usual interval, days"), null=True, blank=True)
    interval_mad = models.FloatField(_("Spread of intervals, days"), null=True, blank=True)
    expected_next_on = models.DateField(_("Next purchase expected"), null=True, blank=True)
    days_since_last = models.IntegerField(_("Days since last purchase"), null=True, blank=True)
    overdue_ratio = models.FloatField(_("Silence ÷ usual interval"), null=True, blank=True)
    comeback_on = models.DateField(_("Came back on"), null=True, blank=True)
    comeback_interval = models.IntegerField(_("Pause before, days"), null=True, blank=True)
    # Outlook
    p_alive = models.FloatField(_("Probability that still a client"), null=True, blank=True)
    p_order = models.FloatField(_("Probability of a purchase soon"), null=True, blank=True)
    expected_orders = models.FloatField(_("Purchases expected"), null=True, blank=True)
    expected_spend = MoneyField(_("Expected sum of a purchase"), null=True, blank=True)
    expected_revenue = MoneyField(_("Revenue expected"), null=True, blank=True)
    expected_cost = MoneyField(_("Cost expected"), null=True, blank=True)
    residual_value = MoneyField(_("Residual value"), null=True, blank=True)
    # Judgement
    share = models.FloatField(_("Share of revenue"), null=True, blank=True)
    revenue_rank = models.IntegerField(_("Place by revenue"), null=True, blank=True)
    abc = models.CharField(_("ABC class"), max_length=12, blank=True)
    regular = models.BooleanField(_("Regular client"), default=False)
    stage = models.CharField(_("Stage"), max_length=12, blank=True)
    stage_reason = models.CharField(_("Why this stage"), max_length=40, blank=True)
    ended_on = models.DateField(_("Ended on"), null=True, blank=True)
    loyalty = models.CharField(_("Loyalty"), max_length=12, blank=True)
    loyalty_reason = models.CharField(_("Why this level"), max_length=40, blank=True)
    loyalty_missing = models.CharField(_("Missing for the next level"), max_length=200, blank=True)
    loyalty_assumed = models.BooleanField(_("Level assumed from behaviour"), default=False)
    by_compulsion = models.BooleanField(_("By compulsion"), default=False)
    rating_last = models.FloatField(_("Last ratings, of 5"), null=True, blank=True)
    nps_last = models.FloatField(_("Last NPS answer, of 10"), null=True, blank=True)
    share_of_wallet = models.FloatField(_("Share of wallet"), null=True, blank=True)
    complaints_open = models.IntegerField(_("Open complaints"), null=True, blank=True)
    partner_acts = models.IntegerField(_("Acts of a partner"), null=True, blank=True)
    score_orders = models.FloatField(_("Points: orders"), null=True, blank=True)
    score_business = models.FloatField(_("Points: business"), null=True, blank=True)
    score_history = models.FloatField(_("Points: history"), null=True, blank=True)
    score_loyalty = models.FloatField(_("Points: loyalty"), null=True, blank=True)
    score_need = models.FloatField(_("Points: need"), null=True, blank=True)
    score_values = models.FloatField(_("Points: values"), null=True, blank=True)
    attractiveness = models.FloatField(_("Attractiveness"), null=True, blank=True)
    confidence = models.FloatField(_("Confidence"), null=True, blank=True)
    debt_overdue = MoneyField(_("Overdue debt"), null=True, blank=True)
    debt_days = models.IntegerField(_("Debt overdue, days"), null=True, blank=True)
    on_time_part = models.FloatField(_("Paid on time"), null=True, blank=True)
    invoices_judged = models.IntegerField(_("Invoices judged"), null=True, blank=True)
    obligations_broken = models.IntegerField(_("Obligations broken"), null=True, blank=True)
    group = models.CharField(_("Group"), max_length=12, blank=True)
    group_reason = models.CharField(_("Why this group"), max_length=40, blank=True)
    guards = models.CharField(_("Protected from firing by"), max_length=200, blank=True)
    # What holds: a person's decision while it is valid, else the proposal (actions/question.py keeps it)
    group_in_force = models.CharField(_("Group in force"), max_length=12, blank=True, default="")
    stage_in_force = models.CharField(_("Stage in force"), max_length=12, blank=True, default="")
    loyalty_in_force = models.CharField(_("Loyalty in force"), max_length=12, blank=True, default="")

    class Meta:
        verbose_name = _("judgement on a client")
        verbose_name_plural = _("judgements on clients")
        indexes: ClassVar[list[Any]] = [
            SortIndex(fields=["attractiveness", "client"], name="assessment_by_points"),
            SortIndex(fields=["revenue_window", "client"], name="assessment_by_revenue"),
            SortIndex(fields=["overdue_ratio", "client"], name="assessment_by_silence"),
            SortIndex(fields=["debt_overdue", "client"], name="assessment_by_debt"),
            models.Index(fields=["group_in_force", "attractiveness", "client"], name="assessment_by_group"),
            SortIndex(fields=["stage_in_force", "revenue_window", "client"], name="assessment_stage_revenue"),
            models.Index(fields=["loyalty_in_force", "client"], name="assessment_by_loyalty"),
            # How many a filter finds is counted in the order of clients, which are looked up one after another.
            models.Index(fields=["group_in_force", "client"], name="assessment_group_client"),
            models.Index(
                fields=["stage_in_force", "group_in_force", "client"], name="assessment_stage_group"
            ),
            SortIndex(fields=["group_in_force", "revenue_window", "client"], name="assessment_group_revenue"),
            # The map counts everybody and adds up, and reads the index alone for it.
            models.Index(
                fields=["group_in_force", "loyalty_in_force", "revenue_window", "client"],
                name="assessment_map",
            ),
            models.Index(
                fields=["client"],
                condition=Q(group__in=("discipline", "fire")),
                name="assessment_to_confirm",
            ),
        ]
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(condition=Q(group__in=GROUPS), name="assessment_group_known"),
            models.CheckConstraint(condition=Q(stage__in=STAGES), name="assessment_stage_known"),
            models.CheckConstraint(condition=Q(loyalty__in=LOYALTY_LEVELS), name="assessment_loyalty_known"),
        ]

    def __str__(self) -> str:
        return f"{self.client_id} {self.group}"
