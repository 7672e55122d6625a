"""The settings of a sweep: every choice of every option with every other."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from cnnviz.engine.errors import CnnvizError

_LONGEST_NAME = 120
"""Characters of a folder's name, at most: systems take 255 bytes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice of a sweep.

    Attributes
    ----------
    chosen
        The value of each option that varies, as it was typed.
    """

    chosen: Mapping[str, str]

    @property
    def folder(self) -> str:
        """Name of the folder of its run, in which no letter steers anything.

        Examples
        --------
        >>> Setting({"lr": "0.1", "network": "my nets/a.json"}).folder
        'lr=0.1_network=my-nets-a.json'
        """
        parts = (f"{name}={value}" for name, value in self.chosen.items())
        plain = re.sub(r"[^A-Za-z0-9._=-]+", "-", "_".join(parts))
        return plain[:_LONGEST_NAME].strip(".-") or "run"

    @property
    def words(self) -> str:
        """The choice as one line."""
        return ", ".join(f"{name} {value}" for name, value in self.chosen.items())


def read_variation(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the option and its values of a text such as ``lr=0.1,0.01``.

    Raises
    ------
    ValueError
        It is none.

    Examples
    --------
    >>> read_variation("batch_size=32, 64")
    ('batch-size', ('32', '64'))
    """
    name, equals, values = text.partition("=")
    chosen = tuple(dict.fromkeys(value.strip() for value in values.split(",")))
    if not equals or not name.strip() or not all(chosen):
        raise ValueError
    return name.strip().removeprefix("--").replace("_", "-"), chosen


def all_settings(variations: Mapping[str, Sequence[str]]) -> tuple[Setting, ...]:
    """Return every choice of every option with every other, the last varying fastest.

    Raises
    ------
    CnnvizError
        ``sweep_folders_alike``: two would have one folder.

    Examples
    --------
    >>> [one.folder for one in all_settings({"lr": ["1", "2"], "seed": ["0"]})]
    ['lr=1_seed=0', 'lr=2_seed=0']
    """
    settings = tuple(
        Setting(dict(zip(variations, values, strict=True)))
        for values in product(*variations.values())
    )
    by_folder: dict[str, Setting] = {}
    for one in settings:
        other = by_folder.setdefault(one.folder.lower(), one)
        if other is not one:
            raise CnnvizError(
                "sweep_folders_alike", first=other.words, second=one.words
            )
    return settings


def part_of(settings: Sequence[Setting], part: int, parts: int) -> Sequence[Setting]:
    """Return what one of several machines takes: every so many-th.

    Examples
    --------
    >>> [one.chosen["seed"] for one in part_of(all_settings({"seed": "01234"}), 2, 2)]
    ['1', '3']
    """
    return settings[part - 1 :: parts]
