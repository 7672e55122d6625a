"""Build the program as one folder that needs no Python, measure it, and pack it.

python packaging/bundle/build.py [--school] [--data FOLDER]

The folder lies in ``dist/cnnviz`` then (``dist/school/cnnviz`` of the school edition),
the packed file beside it. PyInstaller and, on Linux, ``strip`` must be there.
"""

import argparse
import lzma
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
HERE: Final = ROOT / "packaging/bundle"
MEGABYTE: Final = 1_000_000

MOST_UNPACKED: Final = 220 * MEGABYTE
MOST_PACKED: Final = 65 * MEGABYTE
"""What the bundle without torch may take; the school edition is as large as it is."""

SMALL: Final = [
    # Machine code becomes more alike when its jumps are written as places.
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME},
]


def main() -> int:
    """Build, and say how large it is; 1 when it is too large."""
    arguments = read_arguments()
    place = ROOT / "dist" / ("school" if arguments.school else "")
    folder = build(place, school=arguments.school, data=arguments.data)
    if sys.platform == "linux":
        strip(folder)
        portable(folder)
        add_readme(folder)
    unpacked = size_of(folder)
    say(f"unpacked {unpacked / MEGABYTE:.1f} MB: {folder}")
    too_large = not arguments.school and unpacked > MOST_UNPACKED
    if arguments.pack:
        packed = pack(folder, place / f"{archive_name(arguments.school)}.tar.xz")
        too_large |= not arguments.school and packed.stat().st_size > MOST_PACKED
        say(f"packed {packed.stat().st_size / MEGABYTE:.1f} MB: {packed}")
    if too_large:
        most = f"{MOST_UNPACKED // MEGABYTE} MB, packed {MOST_PACKED // MEGABYTE} MB"
        say(f"this is more than it may be: {most}")
    return int(too_large)


def read_arguments() -> argparse.Namespace:
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("--school", action="store_true", help="with torch: it trains")
    words.add_argument(
        "--data", type=Path, metavar="FOLDER", help="has mnist/, which comes along"
    )
    words.add_argument("--no-pack", dest="pack", action="store_false")
    return words.parse_args()


def build(place: Path, *, school: bool, data: Path | None) -> Path:
    """Let PyInstaller make the folder, and return it."""
    options = ["--school"] if school else []
    if data is not None:
        options += ["--data", str(data.resolve())]
    command = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "WARN",
    ]
    command += ["--distpath", str(place), "--workpath", str(ROOT / "build/bundle")]
    subprocess.run(
        [*command, str(HERE / "cnnviz.spec"), "--", *options], check=True, cwd=ROOT
    )
    return place / "cnnviz"


def strip(folder: Path) -> None:
    """Take from Python's and the system's libraries what only a debugger reads.

    Those of packages stay as they are: what ``patchelf`` has changed, ``strip`` breaks.
    """
    within = folder / "_internal"
    for library in (*within.glob("*.so*"), *within.glob("python3*/lib-dynload/*.so")):
        if not library.is_symlink():
            subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)


def portable(folder: Path) -> None:
    """Remove links, which a stick cannot hold: libraries find each other by their paths.

    Raises
    ------
    SystemExit
        A link leads to what is nowhere else.
    """
    for link in folder.rglob("*"):
        if link.is_symlink():
            if not link.resolve().is_relative_to(folder.resolve()):
                raise SystemExit(f"{link} leads out of the bundle")
            link.unlink()


def add_readme(folder: Path) -> None:
    """Put beside the program how it is started, and under which licence it is."""
    shutil.copy(HERE / "README.txt", folder)
    shutil.copy(ROOT / "LICENSE", folder)
    starter = folder / "cnnviz.desktop"
    shutil.copy(HERE / "cnnviz.desktop", starter)
    starter.chmod(0o755)


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have."""
    files = (each for each in folder.rglob("*") if not each.is_symlink())
    return sum(each.stat().st_size for each in files if each.is_file())


def archive_name(school: bool) -> str:
    """Return what the packed bundle is called, without its ending."""
    version: dict[str, str] = {}
    exec((ROOT / "cnnviz/__init__.py").read_text(encoding="utf-8"), version)
    edition = "-school" if school else ""
    system = f"{sys.platform}-{platform.machine().lower()}"
    return f"cnnviz-{version['__version__']}{edition}-{system}"


def pack(folder: Path, file: Path) -> Path:
    """Pack the folder, and return the file."""
    with (
        lzma.open(file, "wb", filters=SMALL) as packed,
        tarfile.open(fileobj=packed, mode="w") as archive,
    ):
        archive.add(folder, arcname=file.name.removesuffix(".tar.xz"))
    return file


def say(line: str) -> None:
    print(f"bundle: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
