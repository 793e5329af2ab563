"""Who gets what at which address: the table that tests/office/test_access.py walks. A new address needs its row."""

from dataclasses import dataclass

# Roles in the order of the letters. "o" opens (200, or leads to a page), "f" is forbidden (403), "-" is not there for
# him (404).
ROLES = ("director", "head_of_sales", "account_manager", "marketer", "service", "observer")


@dataclass(frozen=True)
class Row:
    """`own` and `foreign` give one letter per role: a client that is his or his team's, and one that is not."""

    method: str
    own: str
    foreign: str


# Addresses without a client have the same answer twice.
TABLE: dict[str, Row] = {
    "today": Row("get", "oooooo", "oooooo"),
    "search": Row("get", "oooooo", "oooooo"),
    "looks": Row("post", "oooooo", "oooooo"),
    "undo": Row("post", "------", "------"),
    "logout": Row("post", "oooooo", "oooooo"),
    "clients": Row("get", "oooooo", "oooooo"),
    "new_client": Row("get", "ooooff", "ooooff"),
    "hand_over_clients": Row("post", "ooffff", "ooffff"),
    "recycle_bin": Row("get", "ooffff", "ooffff"),
    "client": Row("get", "oooooo", "o--ooo"),
    "edit_client": Row("get", "ooofff", "o--fff"),
    "log_contact": Row("get", "ooooof", "o--oof"),
    "remove_client": Row("post", "ooffff", "o--fff"),
    # Nothing lies in the recycle bin: whoever may look in finds nothing.
    "restore_client": Row("post", "--ffff", "--ffff"),
}

# Open to people who have not logged in.
PUBLIC = {"login", "set_language", "first_run"}
