"""A folder for temporary files that goes when nobody needs it any more."""

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp


class TemporaryFolder:
    """Removed by `remove()`, else together with the object (a result keeps it while bad rows may still be written)."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="vernost-"))
        self._remove = weakref.finalize(self, shutil.rmtree, str(self.path), ignore_errors=True)

    def remove(self) -> None:
        self._remove()
