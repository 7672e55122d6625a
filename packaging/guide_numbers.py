"""What a picture of the guide shows, as numbers that its text can be checked against."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.convolution.one_dimensional import SignalStep
from cnnviz.engine.convolution.operations import AnyStep
from cnnviz.engine.convolution.pool_stepping import PoolStep
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
        **_of_step(step),
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


def _of_step(step: AnyStep) -> dict[str, object]:
    if isinstance(step, PoolStep):
        winner = step.winner
        return {
            "window": [_rows(step.window_hw)],
            "winner": None if winner is None else [winner[0] + 1, winner[1] + 1],
        }
    if isinstance(step, SignalStep):
        return {
            "window": [[_row(step.window_k)]],
            "kernel": [[_row(step.kernel_k)]],
            "products": [[_row(step.products_k)]],
        }
    return {
        "window": [_rows(plane) for plane in step.window_chw],
        "kernel": [_rows(plane) for plane in step.kernel_chw],
        "products": [_rows(plane) for plane in step.products_chw],
        "channel_sums": _row(step.channel_sums_c),
        "bias": _plain(step.bias),
    }


def _rows(plane_hw: NDArray[np.float32]) -> list[list[float | int]]:
    return [_row(row) for row in plane_hw]


def _row(numbers: Sequence[float] | NDArray[np.floating]) -> list[float | int]:
    return [_plain(float(number)) for number in numbers]


def _plain(number: float) -> float | int:
    """Return a whole number as one, any other with the digits that count."""
    shortened = float(f"{number:.{_DIGITS}g}")
    return int(shortened) if shortened.is_integer() else shortened
