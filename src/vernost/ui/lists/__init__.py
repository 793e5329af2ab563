"""Lists: declare columns and filters (`ListSpec`), call `show_list`. What is shown lives in the URL."""

from vernost.ui.lists.columns import Column
from vernost.ui.lists.filters import ChoiceFilter, DayFilter, Filter, FlagFilter, WordsFilter, words_of
from vernost.ui.lists.page import ListPage, ListSpec, read_page, selected
from vernost.ui.lists.show import show_list

__all__ = [
    "ChoiceFilter",
    "Column",
    "DayFilter",
    "Filter",
    "FlagFilter",
    "ListPage",
    "ListSpec",
    "WordsFilter",
    "read_page",
    "selected",
    "show_list",
    "words_of",
]
