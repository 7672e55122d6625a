"""How an optimiser changes one weight: each of its terms, with the numbers put in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

from cnnviz.engine.training.one_step.opened_step import OpenedStep
from cnnviz.engine.training.optimizers import OPTIMIZERS


@dataclass(frozen=True, slots=True)
class UpdateTerm:
    """One line of an update.

    Attributes
    ----------
    key
        What the number is, as a key of the words of a language: ``gradient``,
        ``decayed`` (gradient and weight decay), ``velocity``, ``nesterov``, ``mean``,
        ``square``, ``corrected_mean``, ``corrected_square``, ``shrunk`` (the weight, by
        its decay), ``direction``, ``moved`` (mean square of the steps), ``step``,
        ``weight``.
    symbol
        How formulas call it.
    formula
        What it is, with a place for each of ``numbers``; empty where it is given.
    numbers
        What stands in those places.
    value
        The number.
    """

    key: str
    symbol: str
    formula: str
    numbers: Mapping[str, float]
    value: float


@dataclass(frozen=True, slots=True)
class WeightUpdate:
    """The update of one weight.

    Attributes
    ----------
    name, at
        The parameter, and the weight's place in it.
    terms
        Gradient first, the new weight last.
    before, gradient, after
        The weight, how the loss changes with it, and the weight as torch left it.
    """

    name: str
    at: tuple[int, ...]
    terms: tuple[UpdateTerm, ...]
    before: float
    gradient: float
    after: float

    @property
    def change(self) -> float:
        """What was added to the weight."""
        return self.after - self.before


class _Written:
    """An update while it is being written down, line by line."""

    def __init__(
        self, weight: float, gradient: float, kept: Mapping[str, float]
    ) -> None:
        self.weight, self._kept = weight, kept
        self.terms: list[UpdateTerm] = []
        self.gradient = self.given("gradient", "g", gradient)

    def kept(self, name: str) -> float:
        """Return what the optimiser remembers of the weight; 0 before its first step."""
        return self._kept.get(name, 0.0)

    def given(self, key: str, symbol: str, value: float) -> float:
        """Write down a number that is given."""
        self.terms.append(UpdateTerm(key, symbol, "", {}, value))
        return value

    def line(
        self, key: str, symbol: str, formula: str, value: float, **numbers: float
    ) -> float:
        """Write down a number and what it is made of."""
        self.terms.append(UpdateTerm(key, symbol, formula, numbers, value))
        return value

    def decayed(self, decay: float) -> float:
        """Return the gradient with the decay of the weight added, where there is one."""
        g, w = self.gradient, self.weight
        if not decay:
            return g
        made = g + decay * w
        return self.line(
            "decayed", "g", "{g} + {decay} · {w}", made, g=g, decay=decay, w=w
        )

    def end(self, step: float) -> None:
        """Write down the new weight."""
        w = self.weight
        self.line("weight", "w", "{w} + {step}", w + step, w=w, step=step)


def weight_update(step: OpenedStep, name: str, at: tuple[int, ...]) -> WeightUpdate:
    """Return how the optimiser changed one weight.

    Parameters
    ----------
    step
        The step that was taken.
    name
        Of a parameter, as ``c1.weight``.
    at
        The weight's place in it, each axis counted from 0.

    Raises
    ------
    CnnvizError
        ``parameter_unknown`` or ``weight_beyond``.
    """
    step.check_weight(name, at)
    before, gradient = (
        float(numbers[name][at]) for numbers in (step.before, step.gradients)
    )
    kept = {
        what: float(one[at] if one.ndim else one)
        for what, one in step.kept_before.get(name, {}).items()
    }
    written = _Written(before, gradient, kept)
    rule = _RULES.get(OPTIMIZERS[step.config.optimizer].torch_name)
    after = float(step.after[name][at])
    if rule is None:
        written.end(after - before)
    else:
        rule(written, step.settings)
    return WeightUpdate(name, at, tuple(written.terms), before, gradient, after)


def _sgd(written: _Written, settings: Mapping[str, Any]) -> None:
    g = written.decayed(settings["weight_decay"])
    momentum = settings["momentum"]
    direction = g
    if momentum:
        v = written.kept("momentum_buffer")
        made = momentum * v + g
        formula = "{momentum} · {v} + {g}"
        velocity = written.line(
            "velocity", "v", formula, made, momentum=momentum, v=v, g=g
        )
        direction = velocity
        if settings["nesterov"]:
            direction = written.line(
                "nesterov",
                "d",
                "{g} + {momentum} · {v}",
                g + momentum * velocity,
                g=g,
                momentum=momentum,
                v=velocity,
            )
    _against(written, settings["lr"], direction)


def _adam(written: _Written, settings: Mapping[str, Any]) -> None:
    _with_moments(written, settings, written.decayed(settings["weight_decay"]))


def _adamw(written: _Written, settings: Mapping[str, Any]) -> None:
    decay, rate, w = settings["weight_decay"], settings["lr"], written.weight
    if decay:
        written.weight = written.line(
            "shrunk",
            "w",
            "{w} − {rate} · {decay} · {w}",
            w - rate * decay * w,
            w=w,
            rate=rate,
            decay=decay,
        )
    _with_moments(written, settings, written.gradient)


def _with_moments(written: _Written, settings: Mapping[str, Any], g: float) -> None:
    """Write down what Adam does: mean and mean square of the gradients, corrected."""
    first, second = settings["betas"]
    steps = written.kept("step") + 1
    m = _blended(written, "mean", "m", first, written.kept("exp_avg"), g)
    v = _blended(
        written, "square", "v", second, written.kept("exp_avg_sq"), g, square=True
    )
    m = _corrected(written, "corrected_mean", "m′", first, steps, m)
    v = _corrected(written, "corrected_square", "v′", second, steps, v)
    _over_root(written, settings, m, v)


def _rmsprop(written: _Written, settings: Mapping[str, Any]) -> None:
    g = written.decayed(settings["weight_decay"])
    v = written.kept("square_avg")
    v = _blended(written, "square", "v", settings["alpha"], v, g, square=True)
    _over_root(written, settings, g, v)


def _adadelta(written: _Written, settings: Mapping[str, Any]) -> None:
    g, rho = written.decayed(settings["weight_decay"]), settings["rho"]
    small, u = settings["eps"], written.kept("acc_delta")
    v = written.kept("square_avg")
    v = _blended(written, "square", "v", rho, v, g, square=True)
    direction = written.line(
        "direction",
        "d",
        "√({u} + {small}) / √({v} + {small}) · {g}",
        sqrt(u + small) / sqrt(v + small) * g,
        u=u,
        small=small,
        v=v,
        g=g,
    )
    _blended(written, "moved", "u", rho, u, direction, square=True)
    _against(written, settings["lr"], direction)


def _blended(
    written: _Written,
    key: str,
    symbol: str,
    share: float,
    old: float,
    new: float,
    *,
    square: bool = False,
) -> float:
    """Write down a running mean: a share of the old one, the rest of what is new."""
    formula = "{share} · {old} + {rest} · " + ("({new})²" if square else "{new}")
    made = share * old + (1 - share) * (new * new if square else new)
    return written.line(
        key, symbol, formula, made, share=share, old=old, rest=1 - share, new=new
    )


def _corrected(
    written: _Written, key: str, symbol: str, share: float, steps: float, mean: float
) -> float:
    """Write down a running mean without the zeros that it began with."""
    made = mean / (1 - share**steps)
    formula = "{mean} / (1 − {share}^{steps})"
    return written.line(key, symbol, formula, made, mean=mean, share=share, steps=steps)


def _over_root(
    written: _Written, settings: Mapping[str, Any], above: float, square: float
) -> None:
    rate, small = settings["lr"], settings["eps"]
    step = written.line(
        "step",
        "Δ",
        "−{rate} · {above} / (√{square} + {small})",
        -rate * above / (sqrt(square) + small),
        rate=rate,
        above=above,
        square=square,
        small=small,
    )
    written.end(step)


def _against(written: _Written, rate: float, direction: float) -> None:
    step = written.line(
        "step", "Δ", "−{rate} · {d}", -rate * direction, rate=rate, d=direction
    )
    written.end(step)


_RULES: Final[Mapping[str, Callable[[_Written, Mapping[str, Any]], None]]] = {
    "SGD": _sgd,
    "Adam": _adam,
    "AdamW": _adamw,
    "RMSprop": _rmsprop,
    "Adadelta": _adadelta,
}
"""By torch's names; of another optimiser the step alone is told."""
