from vernost.care.models import Capacity, CareSettings


def care_settings() -> CareSettings:
    """The company's; an unsaved row with the defaults until somebody changes one."""
    return CareSettings.objects.filter(pk=1).first() or CareSettings(pk=1)


def own_capacities() -> dict[int, int | None]:
    """Touches a week of the people who have a number of their own."""
    return dict(Capacity.objects.values_list("person_id", "per_week"))
