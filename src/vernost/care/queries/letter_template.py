from vernost.care.models import LetterTemplate


def template_choices() -> list[tuple[str, str]]:
    """(number, name) of every template, by name."""
    rows = LetterTemplate.objects.filter(deleted_at=None).order_by("name")
    return [(str(pk), name) for pk, name in rows.values_list("pk", "name")]
