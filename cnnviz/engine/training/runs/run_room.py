"""How many runs are kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunRoom:
    """How many runs are kept, and how many bytes they may take together.

    Nobody asked for these folders by name: together they take less than a film does.
    """

    runs: int = 10
    size: int = 2**30
