"""Write the man page and the completions of three shells from the parsers of the commands."""

import re
from pathlib import Path
from typing import Final

import shtab
from argparse_manpage.manpage import Manpage

from cnnviz import __version__
from cnnviz.cli.main import build_parser

FOLDER: Final = Path(__file__).resolve().parent.parent / "resources" / "desktop"
COMPLETIONS: Final = {"bash": "cnnviz.bash", "zsh": "_cnnviz", "fish": "cnnviz.fish"}


def man_page() -> str:
    """Return the man page, in troff."""
    parser = build_parser()
    parser.man_short_description = "see inside convolutional networks"  # type: ignore[attr-defined]
    text = str(Manpage(parser))
    text = re.sub(r"^\.TH .*", f'.TH CNNVIZ 1 "" "cnnviz {__version__}"', text)
    # A line of help that begins with a full stop is none of troff's requests.
    return re.sub(r"^(?=\.[a-z]+\))", r"\\&", text, flags=re.MULTILINE).rstrip() + "\n"


def main() -> None:
    """Write the files."""
    (FOLDER / "cnnviz.1").write_text(man_page(), encoding="utf-8")
    for shell, name in COMPLETIONS.items():
        text = shtab.complete(build_parser(), shell=shell)
        (FOLDER / name).write_text(text.rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
