"""Several runs in one thread, batch by batch in turn.

Each takes one batch, then the next one does: all are at the same step at any time, none is
slowed down by another that happens to have the other core, and each learns exactly what it
would learn alone. The clock of a run stands while the others have their turns.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing

from cnnviz.engine.training.events import BatchDone, TrainingEvent

Run = Generator[TrainingEvent, None, None]


def in_turn(
    runs: Sequence[Run], *, before_round: Callable[[], None] = lambda: None
) -> Generator[tuple[int, TrainingEvent], None, None]:
    """Yield the events of several runs, each with the number of its run.

    Parameters
    ----------
    runs
        What ``loop.train`` returns; closed with this.
    before_round
        Called before each round of batches.

    Yields
    ------
    tuple of int and TrainingEvent
        A run ends by itself, or with ``Failed``; the others go on.
    """
    with ExitStack() as stack:
        for run in runs:
            stack.enter_context(closing(run))
        going = dict(enumerate(runs))
        while going:
            before_round()
            for number, run in list(going.items()):
                for event in run:
                    yield number, event
                    if isinstance(event, BatchDone):
                        break
                else:
                    del going[number]
