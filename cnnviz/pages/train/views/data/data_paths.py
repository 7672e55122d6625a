"""Which paths are taken as data where they are dropped, and which files are offered."""

import os
from pathlib import Path
from typing import Final

from cnnviz.state.run.moments import is_run

_ENDINGS: Final = (
    ".csv", ".tsv", ".npz", ".gz", ".tgz", ".xz", ".txz", ".tar", ".bin",
    "-ubyte", ".idx",
)  # fmt: skip

DATA_PATTERNS: Final = " ".join(f"*{ending}" for ending in _ENDINGS)


def looks_like_data(path: str) -> bool:
    """Whether a path may be data to learn from: a folder, no run's, or a file of data."""
    if os.path.isdir(path):
        return not is_run(path)
    return Path(path).name.lower().endswith(_ENDINGS)
