"""The curves of a run as a drawing: loss and accuracy, training and held out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.reports.run_record import RunRecord
from cnnviz.engine.reports.scene import Area, Colour, Label, Line, Point, Scene
from cnnviz.engine.reports.words import Words

Floats = NDArray[np.float64]

WIDTH: Final = 760
_PANEL: Final = 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 96, 34, 44

_INK: Final[Colour] = (32, 34, 38)
_SOFT: Final[Colour] = (96, 100, 108)
_HAIR: Final[Colour] = (226, 228, 232)
_TRAINING: Final[Colour] = (0, 95, 184)
_BAND: Final[Colour] = (212, 227, 243)
_HELD_OUT: Final[Colour] = (190, 76, 0)

_BUCKETS: Final = 240
"""Means of batches on a curve, at most: more could not be told apart."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """One measure of a run: its batches, and what was held out after each epoch."""

    title: str
    values_n: Floats
    held_out_e: Floats
    is_share: bool


def curves(run: RunRecord, words: Words) -> Scene:
    """Return loss above accuracy, over epochs."""
    each = max(run.count("batches_per_epoch"), 1)
    places_n = np.array([batch.step / each for batch in run.batches])
    measures = (
        _Measure(
            words.say("loss"),
            np.array([batch.loss for batch in run.batches]),
            np.array([epoch.validation_loss for epoch in run.epochs]),
            is_share=False,
        ),
        _Measure(
            words.say("accuracy"),
            np.array([batch.accuracy for batch in run.batches]),
            np.array([epoch.validation_accuracy for epoch in run.epochs]),
            is_share=True,
        ),
    )
    ended_e = np.array([float(epoch.epoch) for epoch in run.epochs])
    shapes = [
        shape
        for number, measure in enumerate(measures)
        for shape in _panel(measure, places_n, ended_e, number * _PANEL, words)
    ]
    title = f"{words.say('loss')}, {words.say('accuracy')}"
    return Scene(WIDTH, len(measures) * _PANEL, title, shapes)


def _panel(
    measure: _Measure, places_n: Floats, ended_e: Floats, top: int, words: Words
) -> Iterator[Line | Area | Label]:
    means, lows, highs = _buckets(measure.values_n)
    at, _, _ = _buckets(places_n)
    seen = np.concatenate([means, measure.held_out_e, [0.0]])
    highest = 1.0 if measure.is_share else float(seen.max()) or 1.0
    across = max(float(places_n[-1]) if len(places_n) else 0.0, *ended_e, 1e-9)
    left, right = float(_LEFT), float(WIDTH - _RIGHT)
    up, down = float(top + _TOP), float(top + _PANEL - _BOTTOM)

    def placed(xs: Floats, ys: Floats) -> list[Point]:
        shares = np.clip(ys / highest, 0, 1)
        return [
            (left + (right - left) * x / across, down - (down - up) * y)
            for x, y in zip(xs.tolist(), shares.tolist(), strict=True)
        ]

    yield Label((left, top + 18), measure.title, _INK, 14)
    for tick in ticks(highest):
        ((_, y),) = placed(np.zeros(1), np.array([tick]))
        yield Line(((left, y), (right, y)), _HAIR)
        said = words.percent(tick, 0) if measure.is_share else words.number(tick)
        yield Label((left - 8, y + 4), said, _SOFT, anchor="end")
    for tick in ticks(across, whole=True):
        ((x, _),) = placed(np.array([tick]), np.zeros(1))
        yield Line(((x, down), (x, down + 4)), _SOFT)
        yield Label((x, down + 18), words.number(int(tick)), _SOFT, anchor="middle")
    yield Line(((left, down), (right, down)), _SOFT)
    middle = (left + right) / 2
    yield Label((middle, down + 36), words.say("epoch"), _SOFT, anchor="middle")
    if len(at) > 1 and len(measure.values_n) > len(means):
        yield Area([*placed(at, highs), *reversed(placed(at, lows))], _BAND)
    ends = list[tuple[Point, str, Colour]]()
    for xs, ys, name, colour in (
        (at, means, words.say("training"), _TRAINING),
        (ended_e, measure.held_out_e, words.say("held_out"), _HELD_OUT),
    ):
        points = placed(xs, ys)
        if len(points) > 1:
            yield Line(points, colour, 1.8)
        if colour is _HELD_OUT:
            yield from (_dot(point, colour) for point in points)
        if points:
            ends.append((points[-1], name, colour))
    yield from _named_ends(ends, right + 8)


def _named_ends(ends: Sequence[tuple[Point, str, Colour]], x: float) -> Iterator[Label]:
    """Name each curve at its end; where two end close together, one below the other."""
    lowest = -1e9
    for (_, y), name, colour in sorted(ends, key=lambda end: end[0][1]):
        lowest = max(y + 4, lowest + 15)
        yield Label((x, lowest), name, colour)


def _dot(at: Point, colour: Colour) -> Area:
    turns = np.linspace(0, 2 * np.pi, 13)[:-1]
    return Area(
        [(at[0] + 2.6 * np.cos(t), at[1] + 2.6 * np.sin(t)) for t in turns], colour
    )


def _buckets(values_n: Floats) -> tuple[Floats, Floats, Floats]:
    """Return mean, smallest and largest of neighbours, so that few points stand for all."""
    if not len(values_n):
        return (values_n,) * 3
    parts = np.array_split(values_n, min(len(values_n), _BUCKETS))
    means = np.array([part.mean() for part in parts])
    return (
        means,
        np.array([part.min() for part in parts]),
        np.array([part.max() for part in parts]),
    )


def ticks(highest: float, *, whole: bool = False) -> list[float]:
    """Return four to ten round numbers from 0 up to a number.

    Examples
    --------
    >>> ticks(2.5), ticks(3.0, whole=True)
    ([0.0, 0.5, 1.0, 1.5, 2.0, 2.5], [0.0, 1.0, 2.0, 3.0])
    """
    power = 10.0 ** floor(log10(highest / 4))
    step = next(power * n for n in (1, 2, 5, 10) if highest / (power * n) <= 8)
    if whole:
        step = float(max(ceil(step), 1))
    count = floor(highest / step + 1e-9)
    return [round(number * step, 12) for number in range(count + 1)]
