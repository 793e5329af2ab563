"""The processes of `vernost run`, as Linux tells of them."""

from pathlib import Path


def lives(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def children_of(parent: int) -> list[tuple[int, str]]:
    """Processes whose parent is `vernost run`, and what each is."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = stat.read_text().rpartition(")")[2].split()
            words = stat.with_name("cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if int(after[1]) == parent and after[0] != "Z":
            found.append((int(stat.parent.name), "worker" if b"work" in words else "web process"))
    return [one for one in found if not _is_announcement(one[0])]


def _is_announcement(pid: int) -> bool:
    try:
        return b"vernost.cli.announce" in (Path("/proc") / str(pid) / "cmdline").read_bytes().split(b"\0")
    except OSError:
        return True
