from vernost.core.models import CompanySettings


def company() -> CompanySettings:
    """The company's row; an unsaved one with defaults before the first start is through."""
    return CompanySettings.objects.filter(pk=1).first() or CompanySettings(pk=1, name="Vernost")
