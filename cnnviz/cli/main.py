"""The ``cnnviz`` command: which words mean what, and how it ends."""

import argparse
import codecs
import difflib
import importlib
import io
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, NoReturn

from cnnviz import __version__
from cnnviz.cli.console.argparse_ext import (
    Parser,
    ShowVersion,
    cut,
    with_negative_values,
)
from cnnviz.cli.console.matrix_threads import load_numpy_on_one_thread
from cnnviz.cli.console.signals import exit_code, graceful_shutdown
from cnnviz.cli.console.stderr import print_error
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import readable_name, reason
from cnnviz.engine.lacking import lacking
from cnnviz.engine.messages.catalogue import sentence

# One module a command, imported only when its word is said: nothing here may load Qt,
# torch or NumPy before it is known to be needed.
COMMANDS: Final = (
    "demo",
    "conv",
    "pool",
    "conv1d",
    "animate",
    "summary",
    "classify",
    "maps",
    "unit",
    "export",
    "train",
    "step",
    "race",
    "sweep",
    "runs",
    "report",
    "desktop",
)

FAILED: Final = 1

_OF_QT: Final = "demo"
"""The command that runs Qt's loop, which ends by itself when told to stop."""

_NEW_WINDOW: Final = "--new-window"

_USAGE: Final = f"cnnviz [{_NEW_WINDOW}] [FILE]\n       cnnviz COMMAND ..."
_DESCRIPTION: Final = (
    "See inside convolutional networks. Without a command the window opens, with "
    "FILE in it when one is given: a picture, a lab that was saved (.cnnlab), "
    "or the folder of a run, or of several. A window that is open already takes the "
    f"file over; {_NEW_WINDOW} opens another."
)


def build_parser(commands: Iterable[str] = COMMANDS) -> argparse.ArgumentParser:
    """Return the parser of the program with some of its commands.

    Parameters
    ----------
    commands
        Those to load; all of them for ``--help``.
    """
    parser: argparse.ArgumentParser = Parser(
        prog="cnnviz", usage=_USAGE, description=_DESCRIPTION, allow_abbrev=False
    )
    parser.add_argument(
        "--version",
        action=ShowVersion,
        nargs=0,
        const=f"cnnviz {__version__}",
        help="show program's version number and exit",
    )
    # Without its own prog, a command would repeat the usage of the whole program.
    subparsers = parser.add_subparsers(
        title="commands", metavar="COMMAND", prog="cnnviz"
    )
    for name in commands:
        importlib.import_module(f"cnnviz.cli.{name}").add_parser(subparsers)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Parameters
    ----------
    argv
        The words after ``cnnviz``; those of this process when ``None``.

    Returns
    -------
    int
        0 done, 1 failed (one line on stderr), 130 interrupted, 128 and the number of
        another signal that stopped it.

    Raises
    ------
    SystemExit
        With 2 when the words make no sense, with 0 after ``--help`` and ``--version``.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    _have_somewhere_to_print()
    _print_any_name()
    try:
        try:
            code = _run(words)
        except SystemExit:  # after --help
            sys.stdout.flush()
            raise
        # What is still in the buffer may meet a closed pipe: better here than at exit.
        sys.stdout.flush()
    except CnnvizError as error:
        return _fail(error)
    except KeyboardInterrupt as told:
        return exit_code(told)
    except BrokenPipeError:
        _silence_stdout()
        return FAILED
    except OSError as error:
        # What nobody foresaw: a full disk behind the standard output, a folder that
        # went away under our feet.
        _silence_stdout()
        names = "" if error.filename is None else f" ({error.filename})"
        return _fail(CnnvizError("system_refused", reason=f"{reason(error)}{names}"))
    except ModuleNotFoundError as error:
        if (missing := lacking(error)) is None:
            raise
        return _fail(missing)
    except MemoryError:
        return _fail(CnnvizError("memory_full"))
    return code


def _run(words: list[str]) -> int:
    if words and words[0] in COMMANDS:
        parser = build_parser(words[:1])
        arguments, unknown = parser.parse_known_args(with_negative_values(words))
        if unknown:
            # argparse would show the usage of the whole program.
            arguments.refuse(f"unrecognized arguments: {' '.join(unknown)}")
        load_numpy_on_one_thread()
        if words[0] == _OF_QT:
            return int(arguments.run(arguments))
        with graceful_shutdown():
            return int(arguments.run(arguments))
    if words[:1] == [_NEW_WINDOW]:
        return _open_window(
            words[2:] if words[1:2] == ["--"] else words[1:], is_new=True
        )
    if words and words[0].startswith("-") and words[0] != "--":
        wants_help = not {"-h", "--help"}.isdisjoint(words)
        if wants_help or "--version" in words:
            build_parser(COMMANDS if wants_help else ()).parse_known_args(words)
        # What follows an option cannot be a picture: every option ends the program.
        _refuse(f"{cut(words[0])} is not an option of cnnviz")
    return _open_window(words[1:] if words[:1] == ["--"] else words)


def _open_window(words: list[str], *, is_new: bool = False) -> int:
    """Open the window, with a file or a folder of runs if one is named.

    A window that is open already takes it over, unless a new one is wanted.
    """
    # Unlike Path.is_file, this says no to names that cannot be.
    if words and not (os.path.isfile(words[0]) or _has_runs(words[0])):
        _refuse(_unknown(words[0]))
    if len(words) > 1:
        _refuse(f"the window opens one file at a time, not {len(words)}")
    if words and not is_new:
        from cnnviz.engine.open_window import hand_over

        if hand_over(words[0]):
            return 0
    load_numpy_on_one_thread()
    window = importlib.import_module("cnnviz.cli.window")
    return int(window.run(words[0] if words else None))


def _has_runs(word: str) -> bool:
    """Whether a word names the folder of a run, or of several."""
    if not os.path.isdir(word):
        return False
    from pathlib import Path

    from cnnviz.engine.training.run_folder import runs_inside

    with suppress(OSError):
        return bool(runs_inside(Path(word)))
    return False


def _unknown(word: str) -> str:
    """Say that a word is neither a command nor a file, and what may have been meant."""
    near = difflib.get_close_matches(word, COMMANDS, n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    commands = ", ".join(COMMANDS)
    return (
        f"{cut(word)} is neither a command nor an existing file.{hint} "
        f"The commands are {commands}; a picture or an experiment (.cnnlab) is given by its path."
    )


def _refuse(message: str) -> NoReturn:
    """Leave with 2, the usage and a sentence, as argparse does for its own refusals."""
    build_parser(()).error(message)


def _fail(error: CnnvizError) -> int:
    print_error(sentence(error))
    return FAILED


def _have_somewhere_to_print() -> None:
    """Replace a closed or missing standard stream with the null device."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115


def _print_any_name() -> None:
    """Escape characters of file names that the terminal's encoding lacks."""
    codecs.register_error("names", _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="names")


def _escaped(error: UnicodeError) -> tuple[str | bytes, int]:
    """Write the bytes of a name as hexadecimal numbers, and letters as theirs."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    part = error.object[error.start : error.end]
    written = readable_name(part).encode(error.encoding, "backslashreplace")
    return written, error.end


def _silence_stdout() -> None:
    """Redirect the standard output to the null device, for Python's last flush."""
    with suppress(OSError):  # a stream without a file, or none
        at = sys.stdout.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, at)
        os.close(nowhere)
