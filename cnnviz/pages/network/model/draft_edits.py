"""What can be done to a draft; each edit gives a new one, and none ever fails."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from typing import Final

from cnnviz.engine.networks.layers import PICTURE
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
    Value,
)

_STEMS: Final[Mapping[str, str]] = {
    "conv2d": "conv",
    "activation": "act",
    "scaled_tanh": "tanh",
    "pool2d": "pool",
    "global_pool2d": "pool",
    "subsampling": "sub",
    "batch_norm": "bn",
    "local_response_norm": "norm",
    "linear": "dense",
    "concatenate": "concat",
    "radial_basis": "rbf",
}
"""What a new layer's name begins with, where that is not its kind."""


def free_name(draft: NetworkDraft, kind: str) -> str:
    """Return a name for a new layer that no other has: ``conv1``."""
    taken = {PICTURE, *(layer.name for layer in draft.layers)}
    stem = _STEMS.get(kind, kind)
    return next(name for n in count(1) if (name := f"{stem}{n}") not in taken)


def inserted(
    draft: NetworkDraft, layer: LayerDraft, after: int = PICTURE_ID
) -> NetworkDraft:
    """Put a layer below another, into the way of what reads that one.

    The next layer reads it, if it read the one above; where that one ends a branch, all
    that read it do.
    """
    place = draft.place(after) + 1
    below = draft.layers[place:]
    if below and after in below[0].reads:
        below = (_reading(below[0], after, (layer.id,)), *below[1:])
    elif after != PICTURE_ID:
        below = tuple(_reading(one, after, (layer.id,)) for one in below)
    return replace(draft, layers=(*draft.layers[:place], layer, *below))


def removed(draft: NetworkDraft, layer_id: int) -> NetworkDraft:
    """Take a layer out; what read it reads what it read."""
    gone = draft.layer(layer_id)
    if gone is None:
        return draft
    rest = (one for one in draft.layers if one is not gone)
    layers = tuple(_reading(one, layer_id, gone.reads) for one in rest)
    return replace(draft, layers=layers)


def duplicated(draft: NetworkDraft, layer_id: int) -> NetworkDraft:
    """Put a copy of a layer below it, which reads it."""
    layer = draft.layer(layer_id)
    if layer is None:
        return draft
    copy = replace(
        layer, id=draft.new_id, name=free_name(draft, layer.kind), reads=(layer_id,)
    )
    return inserted(draft, copy, layer_id)


def branched(draft: NetworkDraft, layer_id: int) -> NetworkDraft:
    """Put a copy of a layer beside it, and a layer below that lays both side by side."""
    layer = draft.layer(layer_id)
    if layer is None:
        return draft
    beside = replace(layer, id=draft.new_id, name=free_name(draft, layer.kind))
    join = LayerDraft(
        id=draft.new_id + 1,
        kind="concatenate",
        name=free_name(draft, "concatenate"),
        reads=(layer_id, beside.id),
    )
    joined = inserted(draft, join, layer_id)
    place = draft.place(layer_id) + 1
    layers = (*joined.layers[:place], beside, *joined.layers[place:])
    return replace(joined, layers=layers)


def moved(draft: NetworkDraft, layer_id: int, by: int) -> NetworkDraft:
    """Move a layer so many places down, or up where ``by`` is below 0."""
    step = 1 if by > 0 else -1
    for _ in range(abs(by)):
        place = draft.place(layer_id)
        if place < 0 or not 0 <= place + step < len(draft.layers):
            break
        draft = _swapped(draft, min(place, place + step))
    return draft


def _swapped(draft: NetworkDraft, place: int) -> NetworkDraft:
    """Exchange a layer and the one below it.

    Where the lower one reads the upper one, they change places in the network too;
    elsewhere only the order of the list is another.
    """
    upper, lower = draft.layers[place : place + 2]
    rest = draft.layers[place + 2 :]
    if upper.id in lower.reads:
        takes_all = lower.spec_type.joins or not upper.spec_type.joins
        passed = upper.reads if takes_all else upper.reads[-1:]
        first = _reading(lower, upper.id, passed)
        kept = () if takes_all else upper.reads[:-1]
        second = replace(upper, reads=(*kept, lower.id))
        rest = tuple(
            one if upper.id in one.reads else _reading(one, lower.id, (upper.id,))
            for one in rest
        )
    else:
        first, second = lower, upper
    return replace(draft, layers=(*draft.layers[:place], first, second, *rest))


def with_value(
    draft: NetworkDraft, layer_id: int, field: str, value: Value
) -> NetworkDraft:
    """Give a layer another value of one of its settings, possible or not."""
    layer = draft.layer(layer_id)
    return draft if layer is None else put(draft, layer.with_value(field, value))


def renamed(draft: NetworkDraft, layer_id: int, name: str) -> NetworkDraft:
    """Call a layer something else; what reads it goes on reading it."""
    layer = draft.layer(layer_id)
    return draft if layer is None else put(draft, replace(layer, name=name.strip()))


def with_reads(
    draft: NetworkDraft, layer_id: int, reads: tuple[int, ...]
) -> NetworkDraft:
    """Let a layer read others: those of them that stand above it, if any do."""
    layer = draft.layer(layer_id)
    above = {PICTURE_ID, *draft.ids[: max(draft.place(layer_id), 0)]}
    possible = tuple(read for read in dict.fromkeys(reads) if read in above)
    if layer is None or not possible:
        return draft
    return put(draft, replace(layer, reads=possible))


def with_input(
    draft: NetworkDraft, channels: int, height: int, width: int
) -> NetworkDraft:
    """Let the network read pictures of another size, or of another number of channels."""
    first = draft.normalization[0]
    if isinstance(first, tuple) and len(draft.normalization) != channels:
        draft = replace(draft, normalization=first)
    return replace(draft, input_chw=(channels, height, width))


def titled(draft: NetworkDraft, title: str) -> NetworkDraft:
    """Call the network something else; not nothing."""
    return replace(draft, title=title.strip() or draft.title)


def with_labels(draft: NetworkDraft, labels: tuple[str, ...]) -> NetworkDraft:
    """Name the classes; without a name there stays at least one."""
    return replace(draft, labels=labels) if labels else draft


def with_classes(draft: NetworkDraft, classes: int) -> NetworkDraft:
    """Have so many classes; those without a name are called by their number.

    Examples
    --------
    >>> with_classes(NetworkDraft(name="own", title="Own", labels=("a",)), 3).labels
    ('a', '1', '2')
    """
    numbers = map(str, range(len(draft.labels), classes))
    return with_labels(draft, (*draft.labels[: max(classes, 1)], *numbers))


def put(draft: NetworkDraft, layer: LayerDraft) -> NetworkDraft:
    """Put a layer in the place of the one of its number."""
    layers = tuple(layer if one.id == layer.id else one for one in draft.layers)
    return replace(draft, layers=layers)


def _reading(layer: LayerDraft, old: int, new: tuple[int, ...]) -> LayerDraft:
    """Return a layer that reads others in the place of one that it read."""
    if old not in layer.reads:
        return layer
    place = layer.reads.index(old)
    reads = (*layer.reads[:place], *new, *layer.reads[place + 1 :])
    return replace(layer, reads=tuple(dict.fromkeys(reads)))
