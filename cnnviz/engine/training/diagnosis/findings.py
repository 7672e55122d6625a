"""What the numbers of a run say about how it goes: findings, the gravest first.

All of it is arithmetic on what was measured; nothing here trains, draws or waits.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt
from statistics import median
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.training.diagnosis import limits
from cnnviz.engine.training.events import EpochDone
from cnnviz.engine.training.layer_statistics import LayersMeasured, LayerStatistics

FindingKind = Literal[
    "not_a_number",
    "diverging",
    "exploding",
    "vanishing",
    "collapsed",
    "guessing",
    "over_fitting",
    "dead",
    "plateau",
    "learning",
    "beginning",
]

Facts = Mapping[str, float | int | str]
Floats = NDArray[np.float32]

_NONE: Final = np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is to be said about a run.

    Attributes
    ----------
    kind
        What.
    facts
        The numbers of its sentence, by name: ``loss``, ``epoch``, ``layer`` and so on.
    """

    kind: FindingKind
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Measured:
    """What a run has measured so far.

    Attributes
    ----------
    classes, batch_size, learning_rate
        Of the recipe.
    batches_per_epoch
        Of the data that it learns from; 0 where that is not known.
    losses_n, accuracies_n
        Of every batch, before its step.
    epochs
        Those that are over.
    layers
        The newest measurements of the layers, oldest first.
    lost_at
        Epoch and batch at which the loss was no number any more, if so.
    """

    classes: int
    batch_size: int
    learning_rate: float
    batches_per_epoch: int = 0
    losses_n: Floats = field(default_factory=lambda: _NONE)
    accuracies_n: Floats = field(default_factory=lambda: _NONE)
    epochs: Sequence[EpochDone] = ()
    layers: Sequence[LayersMeasured] = ()
    lost_at: tuple[int, int] | None = None


def findings(measured: Measured) -> tuple[Finding, ...]:
    """Return what is to be said, the gravest first; never nothing.

    Examples
    --------
    >>> flat = np.full(200, 2.303, np.float32), np.full(200, 0.1, np.float32)
    >>> stuck = Measured(classes=10, batch_size=64, learning_rate=0.1,
    ...     losses_n=flat[0], accuracies_n=flat[1])
    >>> [finding.kind for finding in findings(stuck)]
    ['guessing']
    """
    if measured.lost_at is not None:
        epoch, batch = measured.lost_at
        rate = measured.learning_rate
        facts = {"epoch": epoch, "batch": batch, "learning_rate": rate}
        return (Finding("not_a_number", facts),)
    found = list(_troubles(measured))
    if any(one.kind == "vanishing" for one in found):
        # Who guesses, or stands still, because gradients vanish is told why, once.
        found = [one for one in found if one.kind not in ("guessing", "plateau")]
    return tuple(found) or (_learning(measured),)


def _troubles(measured: Measured) -> Iterator[Finding]:
    blocks = _Blocks.of(measured)
    if blocks is not None:
        yield from _diverging(measured, blocks)
    yield from _exploding(measured)
    if blocks is not None:
        yield from _chance(measured, blocks)
    yield from _vanishing(measured)
    yield from _over_fitting(measured.epochs)
    yield from _dead(measured)
    yield from _plateau(measured.epochs)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    """Means of `BLOCK` batches each, and of the newest ones."""

    losses_b: Floats
    accuracies_b: Floats
    loss: float
    accuracy: float

    @classmethod
    def of(cls, measured: Measured) -> "_Blocks | None":
        size = limits.BLOCK
        whole = len(measured.losses_n) // size * size
        if not whole:
            return None
        losses_n, accuracies_n = measured.losses_n, measured.accuracies_n
        return cls(
            losses_n[:whole].reshape(-1, size).mean(axis=1),
            accuracies_n[:whole].reshape(-1, size).mean(axis=1),
            float(losses_n[-size:].mean()),
            float(accuracies_n[-size:].mean()),
        )


def _diverging(measured: Measured, blocks: _Blocks) -> Iterator[Finding]:
    lowest = float(blocks.losses_b.min())
    guesser = log(measured.classes)
    if blocks.loss > limits.DIVERGING * max(lowest, guesser):
        facts = {"lowest": lowest, "loss": blocks.loss, "guessing": guesser}
        yield Finding("diverging", facts)


def _chance(measured: Measured, blocks: _Blocks) -> Iterator[Finding]:
    """Tell a run that is as often right as a guesser is."""
    chance = 1 / measured.classes
    pictures = limits.BLOCK * measured.batch_size
    luck = limits.CHANCE_SIGMAS * sqrt(chance * (1 - chance) / pictures)
    if blocks.accuracy > chance + luck:
        return
    facts: Facts = {
        "accuracy": blocks.accuracy,
        "classes": measured.classes,
        "loss": blocks.loss,
        "learning_rate": measured.learning_rate,
    }
    best = float(blocks.accuracies_b.max())
    burst = float(measured.losses_n.max()) > 2 * limits.DIVERGING * log(
        measured.classes
    )
    if best > limits.KNEW_MORE * chance:
        yield Finding("collapsed", {**facts, "best": best})
    elif len(measured.losses_n) >= limits.GUESSING_BATCHES:
        yield Finding("collapsed" if burst else "guessing", {**facts, "best": best})


def _newest(measured: Measured) -> Sequence[LayersMeasured]:
    return measured.layers[-limits.NEWEST :]


def _exploding(measured: Measured) -> Iterator[Finding]:
    newest = _newest(measured)
    if len(newest) < limits.NEWEST:
        return
    largest = [max(one.layers, key=_gradient_norm) for one in newest]
    layer = sorted(largest, key=_gradient_norm)[len(largest) // 2]
    if layer.gradient_norm >= limits.EXPLODING:
        facts: Facts = {"layer": layer.name, "norm": layer.gradient_norm}
        yield Finding("exploding", facts)


def _gradient_norm(layer: LayerStatistics) -> float:
    return layer.gradient_norm


def _vanishing(measured: Measured) -> Iterator[Finding]:
    newest = [one.layers for one in _newest(measured) if len(one.layers) > 2]
    if not newest or any(_is_dead(layer) for layer in newest[-1]):
        return  # units that are dead stop gradients, too: that is said instead
    shares = [
        layers[0].gradient_size / layers[-1].gradient_size
        for layers in newest
        if layers[-1].gradient_size > 0
    ]
    if shares and median(shares) < limits.VANISHING:
        share = max(median(shares), 1e-9)
        first, last = newest[-1][0].name, newest[-1][-1].name
        facts: Facts = {"first": first, "last": last, "times": round(1 / share)}
        yield Finding("vanishing", facts)


def _is_dead(layer: LayerStatistics) -> bool:
    return layer.dead is not None and layer.dead >= limits.DEAD


def _dead(measured: Measured) -> Iterator[Finding]:
    """Tell layers whose units were silent in every measurement of a long time."""
    if not measured.layers:
        return
    newest = measured.layers[-1]
    ill = {layer.name: layer.dead or 0.0 for layer in newest.layers if _is_dead(layer)}
    dead = []
    for name, share in ill.items():
        count, since = _silent(measured.layers, name)
        batches = newest.step - since
        if count >= limits.NEWEST and batches >= _long(measured):
            dead.append((share, name, batches))
    if dead:
        share, name, batches = max(dead)
        facts: Facts = {
            "layer": name,
            "share": share,
            "batches": batches,
            "layers": len(dead),
        }
        yield Finding("dead", facts)


def _long(measured: Measured) -> int:
    return max(limits.DEAD_BATCHES, measured.batches_per_epoch)


def _silent(told: Sequence[LayersMeasured], name: str) -> tuple[int, int]:
    """Return in how many newest measurements a layer was silent, and since which step."""
    count, since = 0, told[-1].step
    for each in reversed(told):
        if not any(layer.name == name and _is_dead(layer) for layer in each.layers):
            break
        count, since = count + 1, each.step
    return count, since


def _over_fitting(epochs: Sequence[EpochDone]) -> Iterator[Finding]:
    if not epochs:
        return
    losses = [epoch.validation_loss for epoch in epochs]
    place = losses.index(min(losses))
    best, last = epochs[place], epochs[-1]
    least, most = limits.OVERFIT_EPOCHS
    since = losses[place + 1 :]
    if len(since) < least:
        return
    newest = since[-most:]
    rise = limits.OVERFIT_RISE * best.validation_loss + limits.OVERFIT_LEAST
    rises = sum(newest) / len(newest) >= best.validation_loss + rise
    fell = min(epoch.train_loss for epoch in epochs[place + 1 :])
    if rises and fell <= limits.OVERFIT_TRAINING * best.train_loss:
        facts = {
            "epoch": best.epoch,
            "best": best.validation_loss,
            "loss": last.validation_loss,
            "training_loss": last.train_loss,
        }
        yield Finding("over_fitting", facts)


def _plateau(epochs: Sequence[EpochDone]) -> Iterator[Finding]:
    if len(epochs) <= limits.PLATEAU_EPOCHS:
        return
    before, last = epochs[-1 - limits.PLATEAU_EPOCHS], epochs[-1]
    fall = 1 - last.train_loss / max(before.train_loss, 1e-12)
    stands = abs(fall) < limits.PLATEAU_FALL
    if stands and last.train_accuracy < limits.PLATEAU_RIGHT:
        facts = {
            "epochs": limits.PLATEAU_EPOCHS,
            "loss": last.train_loss,
            "accuracy": last.train_accuracy,
        }
        yield Finding("plateau", facts)


def _learning(measured: Measured) -> Finding:
    count = len(measured.losses_n)
    if count < 2 * limits.FEW:
        return Finding("beginning")
    first = float(measured.losses_n[: limits.FEW].mean())
    size = max(limits.FEW, min(limits.BLOCK, count // 2))
    loss = float(measured.losses_n[-size:].mean())
    accuracy = float(measured.accuracies_n[-size:].mean())
    if loss > (1 - limits.LEARNING_FALL) * first:
        return Finding("beginning")
    return Finding("learning", {"first": first, "loss": loss, "accuracy": accuracy})
