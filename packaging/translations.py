"""Collect the texts of the window into resources/translations, and check them.

``python packaging/translations.py update`` writes every ``.ts`` (new texts come in as
unfinished, texts that are gone go) and compiles each to the ``.qm`` beside it.
``python packaging/translations.py --check`` writes nothing here and fails unless every
text is translated, with the same placeholders, and the ``.qm`` are up to date.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from translation_sources import Text, texts_in_code
from translation_texts import entries, faults

from cnnviz.engine.messages.languages import ENGLISH, LANGUAGES

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = tuple(one for one in LANGUAGES if one is not ENGLISH)
"""English needs no file: the texts in the code are English."""


def _tool(name: str, *arguments: str | Path) -> None:
    """Run Qt's lupdate or lrelease from the environment of this Python."""
    suffix = ".exe" if sys.platform == "win32" else ""
    command = Path(sys.executable).parent / f"pyside6-{name}{suffix}"
    done = subprocess.run(
        [command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")


def _collect(ts: Path) -> None:
    """Bring a ``.ts`` up to date with the code."""
    sources = sorted((ROOT / "cnnviz").rglob("*.py"))
    _tool(
        "lupdate",
        *("-silent", "-locations", "none", "-no-obsolete"),
        *(path.relative_to(ROOT) for path in sources),
        "-ts",
        ts,
    )


def _compile(ts: Path, qm: Path) -> None:
    _tool("lrelease", "-silent", ts, "-qm", qm)


def update() -> int:
    """Write all ``.ts`` and ``.qm``; say what is left to translate."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in (one.key for one in TRANSLATED):
        ts = FOLDER / f"cnnviz_{language}.ts"
        if not ts.exists():
            ts.write_text(
                '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
                f'<TS version="2.1" language="{language}" sourcelanguage="en">\n</TS>\n',
                encoding="utf-8",
            )
        _collect(ts)
        _compile(ts, ts.with_suffix(".qm"))
        found = entries(ts)
        left = sum(not entry.finished for entry in found)
        print(f"{ts.name}: {len(found)} texts, {left} to translate")
    return 0


def check() -> int:
    """Print what is wrong with the translations; 1 when anything is."""
    code_texts, problems = texts_in_code(ROOT / "cnnviz")
    if not code_texts:
        problems.append("no text found: does the package still lie in cnnviz/?")
    for language in TRANSLATED:
        ts = FOLDER / f"cnnviz_{language.key}.ts"
        if ts.exists():
            found = _problems(ts, code_texts, language.plural_forms)
            problems += [f"{ts.name}: {line}" for line in found]
        else:
            problems.append(f"{ts.name} is missing")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(
            f"{len(problems)} faults. `python packaging/translations.py update` brings the"
            " files up to date with the code.",
            file=sys.stderr,
        )
        return 1
    spoken = ", ".join(one.key for one in TRANSLATED)
    print(f"translations: {len(code_texts)} texts, all in {spoken}")
    return 0


def _problems(ts: Path, code_texts: frozenset[Text], forms: int) -> Iterator[str]:
    """Yield every fault of one language, working on copies only."""
    with tempfile.TemporaryDirectory() as folder:
        fresh_ts, fresh_qm = Path(folder, ts.name), Path(folder, "fresh.qm")
        fresh_ts.write_bytes(ts.read_bytes())
        _collect(fresh_ts)
        fresh = {entry.text for entry in entries(fresh_ts)}
        there = entries(ts)
        texts = {entry.text for entry in there}
        yield from (f"lacks {text}" for text in sorted(fresh - texts))
        yield from (f"has {text}, which is gone" for text in sorted(texts - fresh))
        yield from (f"lupdate misses {text}" for text in sorted(code_texts - fresh))
        for entry in there:
            yield from (f"{entry.text}: {fault}" for fault in faults(entry, forms))
        _compile(ts, fresh_qm)
        qm = ts.with_suffix(".qm")
        if not qm.exists() or qm.read_bytes() != fresh_qm.read_bytes():
            yield f"{qm.name} is older than the .ts"


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("action", nargs="?", choices=["update"], help="write the files")
    what.add_argument("--check", action="store_true", help="only look, write nothing")
    return check() if parser.parse_args().check else update()


if __name__ == "__main__":
    sys.exit(main())
