"""What argparse does not do by itself with the words of a command."""

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, NoReturn, TypeAlias

from typing_extensions import override

from cnnviz.engine.shown_text import shown

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where the commands of a program are added."""

# No option begins with a digit, so these can only be values.
_NEGATIVE: Final = re.compile(r"-(\.?[0-9]|inf|nan)", re.IGNORECASE)


_MOST: Final = 2_000
"""Characters of an error of the parser, with all that may be chosen from."""


def add_command(
    commands: Commands,
    name: str,
    run: Callable[[argparse.Namespace], int],
    *,
    summary: str,
    description: str,
    epilog: str,
) -> argparse.ArgumentParser:
    """Add a command whose help keeps its line breaks.

    Parameters
    ----------
    commands
        Where to add it.
    name
        What is typed.
    run
        Does the work, and returns the exit code.
    summary
        What the list of commands says of it.
    description, epilog
        What its own help says, before and after the options.
    """
    parser = commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.set_defaults(run=run, refuse=parser.error)
    return parser


class Parser(argparse.ArgumentParser):
    """A parser whose help and version fail when they cannot be printed.

    Its errors repeat what was typed, and nothing in that does anything.
    """

    @override
    def error(self, message: str) -> NoReturn:
        super().error(shown(message, _MOST))

    @override
    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Take ``leaky-relu`` for the choice leaky_relu; a command is said as it is."""
        is_command = isinstance(action, argparse._SubParsersAction)
        if action.choices is not None and not is_command:
            arg_string = meant(arg_string, action.choices)
        return super()._get_value(action, arg_string)

    @override
    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Print the help; argparse's own is silent about a full disk."""
        print(self.format_help(), end="", file=file)


class ShowVersion(argparse.Action):
    """Print a version and leave, as argparse's own action, but never in silence."""

    @override
    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        print(self.const)
        parser.exit()


def with_negative_values(words: Sequence[str]) -> list[str]:
    """Tie values that begin with a minus to their options.

    Parsers take ``-1,-2`` and ``-1e3`` for options unless an equals sign says otherwise.

    Examples
    --------
    >>> with_negative_values(["--bias", "-1,-2", "--flip", "a.png"])
    ['--bias=-1,-2', '--flip', 'a.png']
    """
    tied: list[str] = []
    for index, word in enumerate(words):
        if word == "--":
            return [*tied, *words[index:]]
        before = tied[-1] if tied else ""
        if _NEGATIVE.match(word) and before.startswith("--") and "=" not in before:
            tied[-1] = f"{before}={word}"
        else:
            tied.append(word)
    return tied


def name_of(text: str) -> str:
    """Return a typed name as names are written here: ``Sobel-X`` means ``sobel_x``.

    Examples
    --------
    >>> name_of(" leaky-relu ")
    'leaky_relu'
    """
    return text.strip().lower().replace("-", "_").replace(" ", "_")


def meant(text: str, names: Iterable[str]) -> str:
    """Return the name that differs from a typed one in hyphens and capitals only.

    A text that is near none is returned as it is.

    Examples
    --------
    >>> meant("LeNet-5", ("lenet5", "convnet")), meant("vgg", ("lenet5",))
    ('lenet5', 'vgg')
    """
    letters = name_of(text).replace("_", "")
    found = (name for name in names if name_of(name).replace("_", "") == letters)
    return next(found, text)


def cut(text: str, most: int = 60) -> str:
    """Return what was typed in quotes, and of something very long the beginning.

    Examples
    --------
    >>> cut("sobel"), cut("n" * 300, 5)
    ("'sobel'", "'nnnnn…'")
    """
    return repr(text if len(text) <= most else f"{text[:most]}…")
