"""Which of several processes this one is, as torchrun tells it; no torch."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_TOLD: Final = frozenset(("RANK", "WORLD_SIZE", "MASTER_ADDR", "MASTER_PORT"))
"""Variables that torchrun sets for each of its processes."""


@dataclass(frozen=True, slots=True)
class Place:
    """One of the processes that learn together.

    Attributes
    ----------
    rank
        Its number, from 0; the first one writes and speaks.
    processes
        How many there are, on all machines.
    local_rank, local_processes
        The same on this machine.
    """

    rank: int
    processes: int
    local_rank: int
    local_processes: int


def torchrun_place(environment: Mapping[str, str]) -> Place | None:
    """Return which process this is; ``None`` where nobody started several.

    Examples
    --------
    >>> told = {"RANK": "1", "WORLD_SIZE": "2", "MASTER_ADDR": "a", "MASTER_PORT": "1"}
    >>> torchrun_place(told)
    Place(rank=1, processes=2, local_rank=1, local_processes=2)
    >>> torchrun_place({}) is None
    True
    """
    if not environment.keys() >= _TOLD:
        return None
    rank, processes = environment["RANK"], environment["WORLD_SIZE"]
    return Place(
        int(rank),
        int(processes),
        int(environment.get("LOCAL_RANK", rank)),
        int(environment.get("LOCAL_WORLD_SIZE", processes)),
    )
