"""The working folder that driver and workers share: a directory, HDFS or an object store, as Spark's Hadoop sees it."""

from pathlib import Path
from typing import Any
from uuid import uuid4


class Folder:
    """A folder of one `Spark` under `parent` (a path or any URI that Hadoop can write); removed by `remove`."""

    def __init__(self, session: Any, parent: str) -> None:
        self._java = session.sparkContext._jvm
        self._where = f"{parent.rstrip('/')}/vernost-{uuid4().hex}"
        self._files = self._path(self._where).getFileSystem(session.sparkContext._jsc.hadoopConfiguration())
        self._made = 0

    def new(self, name: str) -> str:
        """A place for a stage that nothing was ever written to: earlier readers of the name are not disturbed."""
        self._made += 1
        return f"{self._where}/{name}-{self._made}"

    def bring(self, source: Path, target: str) -> None:
        """A file of the driver's into the folder."""
        self._files.copyFromLocalFile(False, True, self._path(source.absolute().as_uri()), self._path(target))

    def fetch(self, source: str, target: Path) -> None:
        """The one data file of a stage to the driver's disk, piece by piece."""
        parts = self._files.globStatus(self._path(f"{source}/part-*"))
        self._files.copyToLocalFile(False, parts[0].getPath(), self._path(target.absolute().as_uri()), True)

    def forget(self, place: str) -> None:
        """Delete what stands there."""
        self._files.delete(self._path(place), True)

    def remove(self) -> None:
        """Delete all."""
        self.forget(self._where)

    def _path(self, text: str) -> Any:
        return self._java.org.apache.hadoop.fs.Path(text)
