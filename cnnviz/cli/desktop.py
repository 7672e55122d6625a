"""``cnnviz desktop``: an entry in the desktop's menu, and lab files that open by a double click."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.console.stderr import print_error
from cnnviz.engine.resources import resource

_EPILOG: Final = """\
Everything goes into your own folders ($XDG_DATA_HOME, ~/.local/share where that is not
set); nobody else's desktop changes, and `remove` takes it all away again: menu entry,
icons, the type of lab files (.cnnlab), man page, completion for bash and fish. zsh has no
such folder: install says what to write into ~/.zshrc.

An installed bundle and a package of a distribution need none of this. It is for Linux and
other free desktops; on Windows and macOS the installer does it."""

_SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_EXEC: Final = "Exec=cnnviz "

_PLACES: Final = {
    "applications/cnnviz.desktop": ("desktop", "cnnviz.desktop"),
    "mime/packages/cnnviz.xml": ("desktop", "cnnviz-mime.xml"),
    "metainfo/cnnviz.metainfo.xml": ("desktop", "cnnviz.metainfo.xml"),
    "man/man1/cnnviz.1": ("desktop", "cnnviz.1"),
    "bash-completion/completions/cnnviz": ("desktop", "cnnviz.bash"),
    "fish/vendor_completions.d/cnnviz.fish": ("desktop", "cnnviz.fish"),
    "zsh/site-functions/_cnnviz": ("desktop", "_cnnviz"),
    "icons/hicolor/scalable/apps/cnnviz.svg": ("icons", "app.svg"),
    **{
        f"icons/hicolor/{side}x{side}/apps/cnnviz.png": (
            "desktop",
            "icons",
            f"cnnviz-{side}.png",
        )
        for side in _SIZES
    },
}
"""Where each file goes below the user's data folder, and where it comes from."""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "desktop",
        run,
        summary="add cnnviz to the desktop's menu, or take it away",
        description="Add cnnviz to your desktop: menu entry, icons, double click on lab files.",
        epilog=_EPILOG,
    )
    parser.add_argument("what", choices=("install", "remove"), help="add, or take away")


def run(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    if sys.platform in ("win32", "darwin"):
        print_error(
            "cnnviz desktop is for Linux: on Windows and macOS the installer adds "
            "cnnviz to the menu and opens lab files (.cnnlab) with it"
        )
        return 1
    folder = data_folder()
    if arguments.what == "install":
        install(folder)
        print(f"cnnviz is in the menu now; its files are in {folder}")
        print(f"zsh: fpath+=({folder / 'zsh' / 'site-functions'}) before compinit")
    else:
        remove(folder)
        print("cnnviz is no longer in the menu")
    return 0


def data_folder() -> Path:
    """Return the folder of the user's own data files, as the desktops look for them."""
    named = os.environ.get("XDG_DATA_HOME", "")
    # A relative one is to be passed over, says the specification.
    return Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share"


def install(folder: Path) -> None:
    """Write all files below a data folder, and tell the desktop."""
    for place, source in _PLACES.items():
        content = resource(*source).read_bytes()
        if place.startswith("applications/"):
            content = content.replace(_EXEC.encode(), f"Exec={_command()} ".encode())
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    _tell_desktop(folder)


def remove(folder: Path) -> None:
    """Remove what `install` wrote."""
    for place in _PLACES:
        (folder / place).unlink(missing_ok=True)
    _tell_desktop(folder)


def _command() -> str:
    """Return what starts this very program, as an entry of a menu writes it."""
    if image := os.environ.get("APPIMAGE"):
        return _quoted(image)
    if getattr(sys, "frozen", False):
        return _quoted(sys.executable)
    return f"{_quoted(sys.executable)} -m cnnviz"


def _quoted(path: str) -> str:
    r"""Quote a path for ``Exec``: by its own rules, then by those of all values.

    Examples
    --------
    >>> print(_quoted("/opt/my $tools/50%"))
    "/opt/my \\$tools/50%%"
    """
    for sign in '\\"`$':
        path = path.replace(sign, f"\\{sign}")
    return '"' + path.replace("\\", "\\\\").replace("%", "%%") + '"'


def _tell_desktop(folder: Path) -> None:
    """Let the desktop read menu and file types anew, where it has the means."""
    for program, place in (
        ("update-desktop-database", folder / "applications"),
        ("update-mime-database", folder / "mime"),
    ):
        found = shutil.which(program)
        if found and place.is_dir():
            subprocess.run([found, str(place)], capture_output=True, check=False)
