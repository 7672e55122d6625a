"""A new layer, with settings that make sense in its place."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from math import prod
from typing import Final

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import Conv2d, LayerSpec, Linear, RadialBasis, Shape
from cnnviz.pages.network.model.draft_check import CheckedLayer, checked
from cnnviz.pages.network.model.draft_edits import free_name, inserted
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
    Value,
    settings_of,
)

_KERNELS: Final = 8
_UNITS: Final = 64
_MOST_CODE_NUMBERS: Final = 100_000

_Settings = dict[str, Value]


def added(draft: NetworkDraft, kind: str, after: int | None = None) -> NetworkDraft:
    """Put a new layer below another, or at the end.

    Parameters
    ----------
    draft
        The network.
    kind
        A key of ``LAYER_KINDS``.
    after
        Number of a layer, or of the picture; ``None``: the last layer.

    Examples
    --------
    >>> draft = added(NetworkDraft(name="own", title="Own"), "conv2d")
    >>> draft.layers[0].name, draft.layers[0].value("kernel")
    ('conv1', (3, 3))
    """
    if after is None:
        after = draft.ids[-1] if draft.layers else PICTURE_ID
    layer = LayerDraft(
        id=draft.new_id, kind=kind, name=free_name(draft, kind), reads=(after,)
    )
    known = {one.layer.id: one for one in checked(draft)}
    settings = _SETTINGS.get(layer.spec_type)
    values = {} if settings is None else settings(draft, after, known)
    made = replace(layer, values=tuple(values.items())).spec(())
    reads = layer.reads
    if made.joins:
        reads = (*_partner(draft, after, known, made), after)
    return inserted(draft, replace(layer, reads=reads, values=settings_of(made)), after)


def _is_last(draft: NetworkDraft, after: int) -> bool:
    return not any(after in layer.reads for layer in draft.layers)


def _kernels(
    draft: NetworkDraft, after: int, _known: Mapping[int, CheckedLayer]
) -> _Settings:
    """Return as many kernels as the convolution above has, and windows that keep the size."""
    above = draft.layers[: draft.place(after) + 1]
    counts = [one.value("channels") for one in above if one.spec_type.has_kernels]
    channels = counts[-1] if counts else _KERNELS
    return {"channels": channels, "kernel": (3, 3), "padding": "same"}


def _units(
    draft: NetworkDraft, after: int, _known: Mapping[int, CheckedLayer]
) -> _Settings:
    """Return one unit for each class at the end, some elsewhere."""
    return {"units": len(draft.labels) if _is_last(draft, after) else _UNITS}


def _codes(
    draft: NetworkDraft, after: int, known: Mapping[int, CheckedLayer]
) -> _Settings:
    """Return a code of +1 and -1 for each class, drawn by chance."""
    length = prod(_shape(draft, after, known) or (_UNITS,))
    classes = len(draft.labels)
    if classes * length > _MOST_CODE_NUMBERS:  # what reads it will have to be smaller
        length = _UNITS
    drawn = np.random.default_rng(0).integers(0, 2, (classes, length))
    return {"codes": tuple(tuple(map(float, row)) for row in 2 * drawn - 1)}


_SETTINGS: Final[
    Mapping[
        type[LayerSpec],
        Callable[[NetworkDraft, int, Mapping[int, CheckedLayer]], _Settings],
    ]
] = {Conv2d: _kernels, Linear: _units, RadialBasis: _codes}


def _partner(
    draft: NetworkDraft,
    after: int,
    known: Mapping[int, CheckedLayer],
    join: LayerSpec,
) -> tuple[int, ...]:
    """Return the nearest layer above with which a join works, if there is one."""
    shape = _shape(draft, after, known)
    above = draft.ids[: max(draft.place(after), 0)]
    for other in (*reversed(above), PICTURE_ID):
        beside = _shape(draft, other, known)
        if other == after or shape is None or beside is None:
            continue
        with suppress(CnnvizError):
            join.output_shape((beside, shape))
            return (other,)
    return ()


def _shape(
    draft: NetworkDraft, layer_id: int, known: Mapping[int, CheckedLayer]
) -> Shape | None:
    if layer_id == PICTURE_ID:
        return draft.input_chw
    summary = known[layer_id].summary
    return None if summary is None else summary.output_shape
