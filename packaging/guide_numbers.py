"""What a picture of the guide shows, as numbers that its text can be checked against."""

from collections.abc import Sequence

from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.padding import Array
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.lab_state import LabState

_DIGITS = 7  # what float32 knows


def numbers_of(state: LabState) -> dict[str, object]:
    """Return everything behind the number that the page shows, counted from 1."""
    walk, step, outcome, given = state.walk, state.step, state.outcome, state.given
    assert walk is not None
    assert step is not None
    assert outcome is not None
    assert given is not None
    row, column = walk.cell
    numbers: dict[str, object] = {
        "operation": state.settings.operation,
        "input": [given.channels, *walk.operation.input_hw],
        "output": [walk.operation.outputs, *walk.output_hw],
        "row": row + 1,
        "column": column + 1,
        "output_channel": walk.output_channel + 1,
        **_of_step(walk, step),
        "total": _plain(outcome.total),
        "activation": state.settings.activation,
        "result": _plain(outcome.output),
    }
    if state.invalid is not None:
        invalid = state.invalid
        numbers["refused"] = {
            "code": invalid.error.code,
            "field": invalid.field,
            "ways_out": [
                [[change.field, change.value] for change in fix.changes]
                for fix in invalid.fixes
            ],
        }
    return numbers


def _of_step(walk: Walk, step: AnyStep) -> dict[str, object]:
    kernel_chw, products_chw = step.kernel_chw, step.products_chw
    is_weighted = walk.operation.expression(step).is_weighted
    if not is_weighted or kernel_chw is None or products_chw is None:
        winner = step.winner
        return {
            "window": [_rows(plane) for plane in step.window_chw],
            "winner": None if winner is None else [winner[0] + 1, winner[1] + 1],
        }
    grids = {"window": step.window_chw, "kernel": kernel_chw, "products": products_chw}
    numbers: dict[str, object] = {
        name: [_rows(plane) for plane in grid] for name, grid in grids.items()
    }
    if walk.operation.traits.is_flat:
        return numbers
    sums = _row(step.channel_sums_c)
    return {**numbers, "channel_sums": sums, "bias": _plain(step.bias)}


def _rows(plane_hw: Array) -> list[list[float | int]]:
    return [_row(row) for row in plane_hw]


def _row(numbers: Sequence[float] | Array) -> list[float | int]:
    return [_plain(float(number)) for number in numbers]


def _plain(number: float) -> float | int:
    """Return a whole number as one, any other with the digits that count."""
    shortened = float(f"{number:.{_DIGITS}g}")
    return int(shortened) if shortened.is_integer() else shortened
