"""What the assessment does when values are put back without its actions."""

from vernost.assessment.actions.question import bring_in_force
from vernost.core.clock import today
from vernost.core.kept_columns import keeps_columns


@keeps_columns
def keep_in_force(client_ids: set[int]) -> None:
    bring_in_force(today=today(), client_ids=client_ids)
