from vernost.clients.models import Segment
from vernost.core.queries.prepared import Prepared

_BY_NAME = Prepared(lambda: Segment.objects.order_by("name").values_list("pk", "name"))


def segment_choices() -> list[tuple[str, str]]:
    """(number, name), by name."""
    return [(str(pk), name) for pk, name in _BY_NAME.rows()]
