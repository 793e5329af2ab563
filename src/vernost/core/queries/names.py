from django.db.models import Model


def is_taken(model: type[Model], name: str, but: Model | None = None) -> bool:
    """Whether another record of `model` than `but` has this name, however it is written. Meant for short lists."""
    rows = model._default_manager.all()
    others = rows if but is None else rows.exclude(pk=but.pk)
    return name.strip().casefold() in {one.casefold() for one in others.values_list("name", flat=True)}
