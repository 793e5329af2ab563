"""Where the files of imports and exports lie: a folder each in the data folder, which all processes share."""

import re
import shutil
from pathlib import Path

from django.conf import settings

STAGED = "staged.parquet"
UNREAD = "unread.parquet"
CHECK, REPORT = "check", "report"


def folder(token: str) -> Path:
    """The folder of one run; made when it is not there."""
    path: Path = settings.VERNOST_DATA / "transfer" / token
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    return path


def source_of(token: str) -> Path:
    """The uploaded file. The reader goes by the content, so that the name does not matter."""
    return folder(token) / "source"


def shown_name(name: str) -> str:
    """A file's name without folders and control characters, as it is shown and kept."""
    return re.sub(r"[\x00-\x1f\x7f]", "", name.replace("\\", "/").rsplit("/", 1)[-1])[:300] or "file"


def remove_folder(token: str) -> None:
    shutil.rmtree(folder(token), ignore_errors=True)


def archive_of(token: str) -> Path:
    """The finished archive of an export."""
    return folder(token) / "archive.zip"


def has_folder(token: str) -> bool:
    return bool((settings.VERNOST_DATA / "transfer" / token).is_dir())
