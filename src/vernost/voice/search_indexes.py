"""What can be found of what was said."""

from vernost.core.search import SearchIndex

INTERACTIONS = SearchIndex("voice_interaction", ("note",))
INDEXES = (INTERACTIONS,)
