"""Several data sets as one: ``mnist:2+builtin`` is MNIST twice, and the built-in digits.

A weight says how often each training picture of a set is there: 2 twice, 0.5 every
other one, drawn by a seed. That is done once, when the data are read, so a run's
batches draw from the mixture as from any data set. Test pictures count once, all.
"""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from cnnviz.engine.datasets.choice.fitting import numbered
from cnnviz.engine.datasets.choice.portions import taken
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError

_WEIGHT: Final = re.compile(r"(.+):(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})", re.DOTALL)
MOST_WEIGHT: Final = 100.0
_MOST_BYTES: Final = 4 * 2**30


@dataclass(frozen=True, slots=True)
class Part:
    """A set of a mixture: its name or path, and how often each picture is there."""

    data: str
    weight: float = 1.0


def parts_of(text: str, known: Sequence[str]) -> tuple[Part, ...]:
    """Return what a text asks to be mixed; one part where it names one data set.

    A text that is the key of a data set, or the path of something, is that: a folder
    may have a plus or a colon in its name.

    Raises
    ------
    CnnvizError
        ``mixture_empty_part`` or ``mixture_weight``.

    Examples
    --------
    >>> parts_of("mnist:2+builtin", ["mnist", "builtin"])
    (Part(data='mnist', weight=2.0), Part(data='builtin', weight=1.0))
    >>> parts_of("mnist", ["mnist"])
    (Part(data='mnist', weight=1.0),)
    """
    if _is_one(text, known):
        return (Part(text),)
    # A piece that is not there may be the beginning of a path that has a plus in it.
    pieces, parts = text.split("+"), list[Part]()
    while pieces:
        for length in range(len(pieces), 0, -1):
            part = _part("+".join(pieces[:length]), known)
            if length == 1 or _is_one(part.data, known):
                break
        parts.append(part)
        pieces = pieces[length:]
    if len(parts) > 1 and not all(part.data.strip() for part in parts):
        raise CnnvizError("mixture_empty_part", text=text)
    if any(not 0 < part.weight <= MOST_WEIGHT for part in parts):
        raise CnnvizError("mixture_weight", text=text, limit=int(MOST_WEIGHT))
    return tuple(parts)


def written(parts: Sequence[Part]) -> str:
    """Return a mixture as `parts_of` reads it.

    Examples
    --------
    >>> written((Part("mnist", 2.0), Part("builtin")))
    'mnist:2+builtin'
    """
    return "+".join(
        part.data if part.weight == 1 else f"{part.data}:{part.weight:g}"
        for part in parts
    )


def _part(text: str, known: Sequence[str]) -> Part:
    found = None if _is_one(text, known) else _WEIGHT.fullmatch(text)
    return Part(text) if found is None else Part(found[1], float(found[2]))


def _is_one(text: str, known: Sequence[str]) -> bool:
    return text in known or os.path.exists(os.path.expanduser(text))


def mixed(datasets: Sequence[tuple[Dataset, float]], name: str) -> Dataset:
    """Return several data sets as one.

    Parameters
    ----------
    datasets
        Each with its weight, above 0.
    name
        What to call the mixture.

    Raises
    ------
    CnnvizError
        ``mixture_sizes_differ``, ``mixture_classes_differ``, ``mixture_too_large``.
    """
    first = datasets[0][0]
    labels = max((one.labels for one, _ in datasets), key=len)
    parts = []
    size = first.train.images_nhw.shape[1:]
    pictures = 0.0
    for dataset, weight in datasets:
        found = dataset.train.images_nhw.shape[1:]
        if found != size:
            raise CnnvizError(
                "mixture_sizes_differ",
                first=first.name,
                size=" × ".join(map(str, size)),
                other=dataset.name,
                found=" × ".join(map(str, found)),
            )
        if not set(dataset.labels) <= set(labels):
            odd = next(one for one in dataset.labels if one not in labels)
            raise CnnvizError("mixture_classes_differ", name=dataset.name, label=odd)
        pictures += weight * len(dataset.train)
        parts.append((numbered(dataset, labels), weight))
    if pictures * np.prod(size) > _MOST_BYTES:
        raise CnnvizError("mixture_too_large", name=name, pictures=int(pictures))
    train = _joined([_weighted(one.train, weight) for one, weight in parts])
    test = _joined([one.test for one, _ in parts])
    notes = tuple(note for one, _ in parts for note in one.notes)
    return replace(first, name=name, train=train, test=test, labels=labels, notes=notes)


def _weighted(split: Split, weight: float) -> Split:
    whole = int(weight)
    rest = round((weight - whole) * len(split))
    copies = [split] * whole
    if rest:
        copies.append(taken(split, rest))
    return _joined(copies) if copies else taken(split, 0)


def _joined(splits: Sequence[Split]) -> Split:
    return Split(
        np.concatenate([one.images_nhw for one in splits]),
        np.concatenate([one.labels_n for one in splits]),
    )
