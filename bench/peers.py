"""The peers' environment: their own, because they need other versions than we do."""

import subprocess
from pathlib import Path

from bench.places import PEERS

PACKAGES = ("lifetimes==0.11.3", "pymc-marketing==1.3.0", "pyarrow")


def peers_python() -> Path:
    """The Python that has the peers; made with uv the first time (0.8 GB)."""
    python = PEERS / "bin" / "python"
    ready = PEERS / "ready"
    if not ready.exists() or ready.read_text() != "\n".join(PACKAGES):
        subprocess.run(["uv", "venv", "-q", "--clear", "--python", "3.13", str(PEERS)], check=True)
        subprocess.run(["uv", "pip", "install", "-q", "--python", str(python), *PACKAGES], check=True)
        ready.write_text("\n".join(PACKAGES))
    return python
