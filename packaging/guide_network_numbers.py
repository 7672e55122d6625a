"""The numbers that a picture of the Network page shows, for its text to be checked."""

import numpy as np

from cnnviz.app import Session
from cnnviz.engine.networks.summary import summarize
from cnnviz.pages.network.model.opened_unit import OpenedUnit

_DIGITS = 5  # kernels of other machines differ in what follows
_MOST = 25  # products that are quoted one by one


def shown_numbers(session: Session, name: str) -> dict[str, object]:
    """Return what the page has open, and its answer.

    ``parts`` are the partial sums, or the products of a single window that are not 0,
    as pairs; of a pooling its cells.
    """
    if session.window.page.key == "convolution":
        outcome = session.walk.store.state.outcome
        assert outcome is not None
        return {"value": _short(outcome.output)}
    state, looking = session.network.store.state, session.looking
    answer = state.answer
    assert answer is not None
    numbers: dict[str, object] = {
        "network": state.network.name,
        "parameters": summarize(state.network).parameters,
    }
    shares = answer.trace.probabilities
    if shares is not None and state.network.name == "lenet5":
        numbers["answer"] = [int(shares.argmax()), _short(100 * float(shares.max()))]
    unit, whole = state.unit(), state.whole_map()
    if whole is not None:
        numbers["value"] = _short(float(whole.values_hw.max()))
        numbers["bias"] = _short(whole.bias or 0.0)
    elif unit is not None:
        numbers |= _of_unit(unit)
    elif (pixel := state.pixel()) is not None:
        numbers |= {"value": _short(pixel.value), "level": pixel.level}
    compared, closer = looking.comparison.store.state, looking.closer.store.state
    if name == "compare" and compared.answer is not None:
        second = compared.answer.second.trace.probabilities
        assert second is not None
        numbers["answer"] = [int(second.argmax()), _short(100 * float(second.max()))]
    if name == "closer" and closer.closer is not None:
        region = closer.closer.region
        numbers["sees"] = [region.bottom - region.top, region.right - region.left]
    return numbers


def _of_unit(unit: OpenedUnit) -> dict[str, object]:
    bias = unit.unit.parts.facts.get("bias")
    numbers: dict[str, object] = {"value": _short(unit.value)}
    if isinstance(bias, float):
        numbers["bias"] = _short(bias)
    if len(unit.windows) > 1:
        totals = [_short(float(each)) for each in unit.totals]
        return {**numbers, "parts": totals[:_MOST]}
    (window,) = unit.windows
    if window.kernel_hw is None:
        return {
            **numbers,
            "parts": [_short(float(c)) for c in np.ravel(window.cells_hw)],
        }
    pairs = zip(np.ravel(window.cells_hw), np.ravel(window.kernel_hw), strict=True)
    parts = [[_short(float(cell)), _short(float(weight))] for cell, weight in pairs]
    return {**numbers, "parts": [pair for pair in parts if pair[0] != 0]}


def _short(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")
