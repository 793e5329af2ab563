from django.db.models import Count, Prefetch, Q, QuerySet

from vernost.programmes.models import Membership, WorkingGroup


def working_groups() -> QuerySet[WorkingGroup]:
    """By name, each with its members (`members`) and its number of ideas (`idea_count`)."""
    members = Membership.objects.filter(deleted_at=None).select_related("person").order_by("person__name")
    return (
        WorkingGroup.objects.filter(deleted_at=None)
        .annotate(idea_count=Count("ideas", filter=Q(ideas__deleted_at=None)))
        .prefetch_related(Prefetch("memberships", members, to_attr="members"))
        .order_by("name")
    )
