"""Make the pictures of the guide by driving the real window, and write their numbers.

    .venv/bin/python packaging/make_guide.py            docs/guide, all pages and languages
    .venv/bin/python packaging/make_guide.py --page network --language en --out X
                                                        one of them, elsewhere

Each has a process of its own, offscreen, at 1280 x 800.
"""

import argparse
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from guide_draw import DrawGuide
from guide_network import NetworkGuide
from guide_network_unit import GuideScene
from guide_network_words import network_guide
from guide_pictures import GuidePictures
from guide_scenes import Guide
from guide_train import TrainGuide
from PIL import Image
from PySide6.QtCore import QBuffer, QSettings
from PySide6.QtWidgets import QApplication

from cnnviz.app import build, make_application
from cnnviz.shell.faults.error_hooks import ErrorHooks
from cnnviz.state.preferences import Preferences, write_preferences
from cnnviz.tour.driver import Driver
from cnnviz.tour.robot import Hand

Language = Literal["en", "pt_BR"]

ROOT: Final = Path(__file__).parent.parent
PICTURES: Final = ROOT / "docs" / "guide" / "pictures"
FOLDERS: Final[dict[Language, str]] = {"en": "en", "pt_BR": "pt-BR"}
GUIDES: Final[dict[str, type[GuidePictures]]] = {
    "convolution": Guide,
    "draw": DrawGuide,
    "network": NetworkGuide,
    "train": TrainGuide,
}
SIZE: Final = (1280, 800)
_COLOURS: Final = 256
_ROUNDS: Final = 8  # of k-means


def main() -> int:
    """Make the pictures; 0 done, 1 failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--page", choices=sorted(GUIDES))
    parser.add_argument("--language", choices=sorted(FOLDERS))
    parser.add_argument("--numbers", action="store_true", help="make no pictures")
    parser.add_argument(
        "--text", action="store_true", help="write only the guide to the Network page"
    )
    parser.add_argument("--out", type=Path, default=PICTURES)
    parser.add_argument(
        "--large", action="store_true", help="files as large as they get"
    )
    asked = parser.parse_args()
    if asked.text or (asked.page in (None, "network") and asked.language is None):
        _write_texts()
    if asked.text:
        return 0
    if asked.language is not None and asked.page is not None:
        folder = folder_of(asked.out, asked.page, asked.language)
        return make(
            folder,
            asked.page,
            asked.language,
            pictures=not asked.numbers,
            small=not asked.large,
        )
    pages = GUIDES if asked.page is None else (asked.page,)
    languages = FOLDERS if asked.language is None else (asked.language,)
    codes = [_in_a_process(p, lang, asked.out) for p in pages for lang in languages]
    return int(any(codes))


def _write_texts() -> None:
    """Write the guide to the Network page with the numbers of today's weights."""
    scene = GuideScene()
    for language in FOLDERS.values():
        file = PICTURES.parent / f"network.{language}.md"
        file.write_text(network_guide(scene, language), encoding="utf-8")


def folder_of(out: Path, page: str, language: Language) -> Path:
    """Return where the pictures of a page lie: those of the first beside the folders."""
    folder = out / FOLDERS[language]
    return folder if page == "convolution" else folder / page


def _in_a_process(page: str, language: Language, out: Path) -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    what = ["--page", page, "--language", language, "--out", str(out)]
    command = [sys.executable, __file__, *what]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def make(
    out: Path,
    page: str,
    language: Language,
    *,
    pictures: bool = True,
    small: bool = True,
) -> int:
    """Make the pictures of a guide in a folder, and ``numbers.json`` beside them.

    Files that are not ``small`` are written several times faster.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    make_application(["cnnviz"])
    with TemporaryDirectory() as scratch:
        os.environ["XDG_DATA_HOME"] = scratch  # own classes are kept there
        file = str(Path(scratch) / "preferences.ini")
        settings = QSettings(file, QSettings.Format.IniFormat)
        preferences = Preferences(
            language=language,
            theme="light",
            reduced_motion=True,
            level=GUIDES[page].level,
        )
        write_preferences(settings, preferences)
        session = build(settings, runs=Path(scratch) / "runs")
        window = session.window
        window.torch_wanted.disconnect(session.warm_up.begin)  # needs no torch
        window.resize(*SIZE)
        hand = Hand(window, out, time.perf_counter())

        def save(name: str) -> None:
            (out / f"{name}.png").write_bytes(_picture(hand, small=small))
            print(f"{name}.png", flush=True)

        guide = GUIDES[page](
            hand, session, FOLDERS[language], save if pictures else None
        )
        driver = Driver(guide.script(), window)
        driver.ended.connect(window.close)
        hooks = ErrorHooks(session.root)
        hooks.caught.connect(driver.break_off)
        hooks.install()
        window.first_painted.connect(driver.begin)
        window.show()
        QApplication.exec()
        hooks.uninstall()
        session.shut_down()
    if driver.failure:
        print(f"make_guide: {driver.failure}", file=sys.stderr)
        return 1
    _write_numbers(out / "numbers.json", guide.numbers)
    return 0


def _picture(hand: Hand, *, small: bool) -> bytes:
    """Return the window as a PNG with a table of colours: a third of the size.

    With soft shades, too, hardly a pixel is more than a few levels off.
    """
    buffer = QBuffer()
    hand.window.grab().save(buffer, "PNG")
    if not small:
        return bytes(buffer.data().data())
    taken = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    indexed = taken.quantize(
        _COLOURS,
        method=Image.Quantize.MAXCOVERAGE,
        kmeans=_ROUNDS,
        dither=Image.Dither.NONE,
    )
    written = io.BytesIO()
    indexed.save(written, "PNG", optimize=True)
    return written.getvalue()


def _write_numbers(file: Path, numbers: dict[str, dict[str, object]]) -> None:
    """Write one line a picture's fact, so that a change is seen in a diff."""
    lines = []
    for name, facts in numbers.items():
        rows = [f"    {json.dumps(k)}: {json.dumps(v)}" for k, v in facts.items()]
        lines.append(f"  {json.dumps(name)}: {{\n" + ",\n".join(rows) + "\n  }")
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
