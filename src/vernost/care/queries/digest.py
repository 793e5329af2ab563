from vernost.care.models import DigestChoice
from vernost.core.models import User


def wants_digest(person: User) -> bool:
    """Who has said nothing wants it."""
    return not DigestChoice.objects.filter(person=person, wanted=False).exists()
