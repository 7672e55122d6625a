"""Which files are pictures, by their names."""

import os
from pathlib import Path
from typing import Final

ENDINGS: Final = frozenset(
    (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
)


def pictures_in(folder: Path) -> list[Path]:
    """Return the picture files of a folder, however many, in the order of their names."""
    try:
        with os.scandir(folder) as found:
            names = [
                entry.name
                for entry in found
                if os.path.splitext(entry.name)[1].lower() in ENDINGS
                and not entry.name.startswith(".")
            ]
    except OSError:
        return []
    return [folder / name for name in sorted(names)]
