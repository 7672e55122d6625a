"""What ``cnnviz step`` prints: to be read, or as JSON."""

import math
from typing import Any, Final

import numpy as np

from cnnviz.engine.shown_text import escaped
from cnnviz.engine.training.one_step.gradient_terms import GradientTerm
from cnnviz.engine.training.one_step.opened_step import OpenedStep
from cnnviz.engine.training.one_step.updates import UpdateTerm, WeightUpdate

_COLUMNS: Final = ("logit", "probability", "target", "part")

_MOST_TERMS: Final = 10
"""Of many numbers those that add most are printed."""


def as_record(
    step: OpenedStep, update: WeightUpdate, terms: tuple[GradientTerm, ...]
) -> dict[str, Any]:
    """Return a step, and one weight of it, as JSON has it."""
    return {
        "loss": _number(step.loss.value),
        "classes": [
            {"label": label} | dict(zip(_COLUMNS, map(_number, numbers), strict=True))
            for label, *numbers in _classes(step)
        ],
        "gradients": {
            name: _number(float(np.abs(values).max()))
            for name, values in step.gradients.items()
        },
        "parameter": update.name,
        "at": list(update.at),
        "before": _number(update.before),
        "gradient": _number(update.gradient),
        "after": _number(update.after),
        "update": [
            {
                "symbol": one.symbol,
                "formula": _formula(one),
                "value": _number(one.value),
            }
            for one in update.terms
        ],
        "terms": [
            {
                "output_at": list(one.output_at),
                "gradient": _number(one.gradient),
                "value": _number(one.value),
                "part": _number(one.part),
            }
            for one in terms
        ],
    }


def _classes(step: OpenedStep) -> list[tuple[Any, ...]]:
    loss = step.loss
    columns = (loss.logits_nk, loss.probabilities_nk, loss.targets_nk, loss.terms_nk)
    numbers = (column[0].tolist() for column in columns)
    return list(zip(step.network.labels, *numbers, strict=True))


def _formula(term: UpdateTerm) -> str:
    numbers = {name: f"{value:.6g}" for name, value in term.numbers.items()}
    return term.formula.format(**numbers)


def in_words(
    step: OpenedStep, update: WeightUpdate, terms: tuple[GradientTerm, ...]
) -> str:
    """Return a step, and one weight of it, to be read."""
    lines = [f"loss {step.loss.value:.6g}"]
    lines.append("  " + " ".join(f"{name:>12}" for name in _COLUMNS) + "  class")
    likely = sorted(_classes(step), key=lambda row: -max(row[2], row[3]))
    for label, *numbers in likely[:_MOST_TERMS]:
        said = " ".join(f"{number:>12.6g}" for number in numbers)
        lines.append(f"  {said}  {escaped(label)}")
    at = ",".join(map(str, update.at))
    lines.append(f"{escaped(update.name)} [{at}]")
    lines.append(f"  gradient {update.gradient:.6g}, the sum of {len(terms)}:")
    largest = sorted(terms, key=lambda term: -abs(term.part))
    for term in largest[:_MOST_TERMS]:
        place = ",".join(map(str, term.output_at))
        lines.append(
            f"  {term.part:>12.6g}  gradient {term.gradient:.6g} at [{place}] times "
            f"{term.value:.6g}"
        )
    if len(terms) > _MOST_TERMS:
        rest = sum(term.part for term in largest[_MOST_TERMS:])
        lines.append(f"  {rest:>12.6g}  {len(terms) - _MOST_TERMS} others")
    lines.append(f"  {step.config.optimizer}:")
    for one in update.terms:
        formula = _formula(one)
        lines.append(
            f"  {one.value:>12.6g}  {one.symbol}{' = ' * bool(formula)}{formula}"
        )
    lines.append(f"  {update.before:.8g} before, {update.after:.8g} after")
    return "\n".join(lines)


def _number(value: float) -> float | None:
    """Return a number as JSON has it, which knows no infinity."""
    return value if math.isfinite(value) else None
