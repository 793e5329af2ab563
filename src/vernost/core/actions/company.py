from datetime import datetime

from django.db import transaction

from vernost.core.actions.audit import record_change, values_of
from vernost.core.enums import Face, Language, Verb
from vernost.core.models import CompanySettings, User


def set_company(
    *, name: str, currency: str, language: Language, by: User | None, at: datetime, face: Face
) -> CompanySettings:
    """Names the company; the first call creates its row."""
    with transaction.atomic():
        company = CompanySettings.objects.select_for_update().filter(pk=1).first()
        before = values_of(company) if company else None
        company = company or CompanySettings(pk=1)
        company.name, company.currency, company.language = name, currency.upper(), language
        company.save()
        record_change(
            record=company,
            verb=Verb.CHANGED if before else Verb.CREATED,
            by=by,
            at=at,
            face=face,
            before=before,
        )
    return company
