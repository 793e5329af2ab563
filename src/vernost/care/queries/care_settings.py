from vernost.care.models import CareSettings


def care_settings() -> CareSettings:
    """The company's; an unsaved row with the defaults until somebody changes one."""
    return CareSettings.objects.filter(pk=1).first() or CareSettings(pk=1)
