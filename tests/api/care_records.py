"""What stands in the place of a number in a path of care: a record of the client of the row."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.factories.goals import make_goal
from tests.factories.ideas import make_idea
from tests.factories.moments import TODAY
from tests.factories.people import make_user
from tests.factories.plans import make_plan, make_running_plan
from vernost.care.actions.care_settings import set_capacity
from vernost.care.actions.first_words import write_first_words
from vernost.care.actions.handover import begin_handover
from vernost.care.models import Handover
from vernost.clients.models import Client
from vernost.core.actions.undo import new_run
from vernost.core.clock import now, today
from vernost.core.enums import Face, Role
from vernost.core.models import User
from vernost.programmes.actions.goal import note_on_goal
from vernost.programmes.actions.idea import accept_idea, decline_idea, remark_on_idea
from vernost.programmes.actions.plan_review import review_plan
from vernost.programmes.actions.plan_template import save_template
from vernost.programmes.actions.working_group import create_working_group
from vernost.programmes.models import Goal, Idea, MonthlyValue, Plan
from vernost.voice.actions.act import record_act
from vernost.voice.actions.complaint import open_complaint
from vernost.voice.actions.rating import record_rating
from vernost.voice.enums import ActKind, Measure


def _stamp() -> dict[str, Any]:
    return {"by": None, "at": now(), "face": Face.JOB}


def somebody() -> User:
    """A director who is nobody of the row."""
    return User.objects.filter(name="Somebody Else").first() or make_user("Somebody Else", Role.DIRECTOR)


def complaint_of(client: Client) -> int:
    return open_complaint(client=client, opened_on=TODAY, currency="RUB", **_stamp()).pk


def rating_of(client: Client) -> int:
    return record_rating(
        client=client, rated_on=TODAY, measure=Measure.QUALITY, value=Decimal(4), **_stamp()
    ).pk


def act_of(client: Client) -> int:
    return record_act(client=client, happened_on=TODAY, kind=ActKind.REFERRAL, **_stamp()).pk


def capacity_of(client: Client) -> int:
    person = make_user(f"Somebody {client.pk}", Role.SERVICE)
    set_capacity(person=person, per_week=10, **(_stamp() | {"by": somebody()}))
    return person.capacity.pk


def with_first_words(client: Client) -> int:
    write_first_words(client=client, task="Win the case", wishes="", **(_stamp() | {"by": somebody()}))
    return client.pk


def plan_of(client: Client) -> Plan:
    return make_plan(client, somebody())


def reviewed_plan_of(client: Client) -> int:
    plan = make_running_plan(client, somebody())
    return review_plan(plan=plan, reached="Much", decided="On", next_on=None, on=TODAY, **_stamp()).pk


def own_template(_client: Client) -> str:
    made = save_template(
        template=None, code="", name="Ours", advice="", aims=["Be near"], kpis=[], actions=[],
        **(_stamp() | {"by": somebody()}),
    )  # fmt: skip
    return str(made.pk)


def key_client(client: Client) -> int:
    client.strategic = True
    client.save()
    plan_of(client)
    return client.pk


def goal_of(client: Client) -> Goal:
    """Of the client's owner, answered for by somebody else."""
    return make_goal(somebody(), scope="person", person=client.owner)


def goal_note_of(client: Client) -> int:
    given = _stamp() | {"by": somebody()}
    return note_on_goal(goal=goal_of(client), on=TODAY, text="Seen", **given).pk


def monthly_value_of(client: Client) -> int:
    month = date(2020, 1, 1) + timedelta(days=31 * client.pk)
    return MonthlyValue.objects.create(
        measure="orders", scope="person", subject=client.owner_id, month_on=month.replace(day=1),
        counted_on=month, number=Decimal(3),
    ).pk  # fmt: skip


def _counted(scope: str, subject: int) -> int:
    MonthlyValue.objects.create(
        measure="complaints", scope=scope, subject=subject, month_on=today().replace(day=1),
        counted_on=today(), number=Decimal(0),
    )  # fmt: skip
    return subject


def counted_person_of(client: Client) -> int:
    return _counted("person", client.owner_id)


def counted_team_of(client: Client) -> int:
    return _counted("team", client.owner.team_id or 1)


def handover_of(client: Client) -> Handover:
    """Begun, to somebody of the same team."""
    team = client.owner.team
    taker = make_user(f"Taker {client.pk}", Role.ACCOUNT_MANAGER, team)
    return begin_handover(
        client=client, to=taker, reason="On leave", introduce_on=today() + timedelta(days=7), by=somebody(),
        at=now(), face=Face.JOB, run=new_run("hand-over"),
    )  # fmt: skip


def taken_handover_of(client: Client) -> int:
    handover = handover_of(client)
    handover.items.update(taken_on=today())
    return handover.pk


def idea_of(client: Client) -> Idea:
    return make_idea(client.owner, client=client)


def declined_idea_of(client: Client) -> int:
    given = _stamp() | {"by": somebody()}
    return decline_idea(idea=idea_of(client), answer="Too dear", **given).pk


def accepted_idea_of(client: Client) -> int:
    given = _stamp() | {"by": somebody()}
    return accept_idea(idea=idea_of(client), responsible=somebody(), due_on=today(), **given).pk


def remark_of(client: Client) -> int:
    return remark_on_idea(idea=idea_of(client), text="Yes", **(_stamp() | {"by": somebody()})).pk


def working_group_of(client: Client) -> int:
    return create_working_group(name=f"Group {client.pk}", people=[somebody()], **_stamp()).pk
