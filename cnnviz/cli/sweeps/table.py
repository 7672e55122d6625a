"""What came out of a sweep: best first."""

from collections.abc import Iterator, Sequence

from cnnviz.cli.sweeps.processes import SweepResult
from cnnviz.engine.shown_text import escaped, shown


def best_first(results: Sequence[SweepResult]) -> list[SweepResult]:
    """Return the results by their accuracy on the held-out pictures, then by their loss.

    Those that finished come first, then those that can go on, then those that failed.
    """
    return sorted(results, key=_rank)


def _rank(result: SweepResult) -> tuple[int, float, float]:
    order = {"finished": 0, "running": 1, "interrupted": 1, "waiting": 2}
    accuracy, loss = _measured(result) or (-1.0, float("inf"))
    return order.get(result.condition, 3), -accuracy, loss


def _measured(result: SweepResult) -> tuple[float, float] | None:
    """Return accuracy and loss on the held-out pictures after the last epoch."""
    told = None if result.listed is None else result.listed.told
    if told is None or not told.epochs:
        return None
    return told.epochs[-1].validation_accuracy, told.epochs[-1].validation_loss


def records(results: Sequence[SweepResult]) -> list[dict[str, object]]:
    """Return the results as numbers and words; what is not known is null."""
    return [_record(result) for result in best_first(results)]


def _record(result: SweepResult) -> dict[str, object]:
    told = None if result.listed is None else result.listed.told
    measured = _measured(result)
    return {
        "folder": str(result.run.folder),
        "settings": dict(result.run.setting.chosen),
        "condition": result.condition,
        "epochs": result.run.config.epochs,
        "epochs_done": 0 if told is None else len(told.epochs),
        "validation_accuracy": None if measured is None else measured[0],
        "validation_loss": None if measured is None else measured[1],
        "seconds": None if told is None or not told.batch else told.batch.seconds,
        "message": result.message or None,
    }


def lines(results: Sequence[SweepResult]) -> Iterator[str]:
    """Yield the lines of a table, its columns below each other."""
    if not results:
        return
    names = list(results[0].run.setting.chosen)
    rows = [[*names, "right", "loss", "epochs", "seconds", ""]]
    for result in best_first(results):
        chosen = [shown(value, 40) for value in result.run.setting.chosen.values()]
        rows.append([*chosen, *_cells(result)])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _cells(result: SweepResult) -> list[str]:
    told = None if result.listed is None else result.listed.told
    measured = _measured(result)
    right, loss = (
        ("", "")
        if measured is None
        else (
            f"{measured[0]:.2%}",
            f"{measured[1]:.4f}",
        )
    )
    epochs, seconds = "", ""
    if told is not None:
        epochs = f"{len(told.epochs)} of {result.run.config.epochs}"
        seconds = f"{told.batch.seconds:.1f}" if told.batch is not None else ""
    condition = "" if result.condition == "finished" else result.condition
    said = ": ".join(filter(None, (condition, escaped(result.message))))
    return [right, loss, epochs, seconds, said]
