from vernost.programmes.models.idea import Idea, IdeaVote
from vernost.programmes.models.remark import Remark
from vernost.programmes.models.working_group import Membership, WorkingGroup

__all__ = ["Idea", "IdeaVote", "Membership", "Remark", "WorkingGroup"]
