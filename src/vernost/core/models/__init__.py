from vernost.core.models.api_token import ApiToken
from vernost.core.models.audit import AuditEntry, AuditSeal
from vernost.core.models.company import CompanySettings
from vernost.core.models.job import Job
from vernost.core.models.privacy import AccessEntry, Privacy
from vernost.core.models.saved_view import SavedView
from vernost.core.models.schedule import Schedule
from vernost.core.models.team import Team
from vernost.core.models.user import User

__all__ = [
    "AccessEntry",
    "ApiToken",
    "AuditEntry",
    "AuditSeal",
    "CompanySettings",
    "Job",
    "Privacy",
    "SavedView",
    "Schedule",
    "Team",
    "User",
]
