"""Whether the layers of a draft fit together: each one's figures, or why it cannot work."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Final

from cnnviz.engine.convolution.padding import MAX_CELLS
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers import PICTURE, Flatten, LayerSpec, Network, Shape
from cnnviz.engine.networks.shapes import layer_inputs
from cnnviz.engine.networks.summary import LayerSummary, summarize
from cnnviz.pages.network.model.network_draft import (
    PICTURE_ID,
    LayerDraft,
    NetworkDraft,
)

_FLOAT_BYTES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CheckedLayer:
    """A layer of a draft, and what became of it.

    Attributes
    ----------
    layer
        As it was asked for.
    spec
        Its description, where its settings alone are possible.
    inputs
        Shapes of what it reads; of those layers only that work.
    summary
        Its figures; ``None`` where it does not work.
    error
        Why it cannot work; of the last layer also why it names no classes, though it
        works. ``None`` where there is nothing to say.
    waits_for
        Number of the nearest layer above that does not work, where it depends on one;
        0 elsewhere.
    """

    layer: LayerDraft
    spec: LayerSpec | None = None
    inputs: tuple[Shape, ...] = ()
    summary: LayerSummary | None = None
    error: CnnvizError | None = None
    waits_for: int = 0


def checked(draft: NetworkDraft) -> tuple[CheckedLayer, ...]:
    """Return for each layer its figures, or why it cannot work, or what it waits for.

    What does not depend on a layer that cannot work is as good as without it.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.pages.network.model.draft_edits import with_value
    >>> from cnnviz.pages.network.model.network_draft import draft_of
    >>> large = with_value(draft_of(network("lenet5")), 7, "kernel", (7, 7))
    >>> [one.layer.name for one in checked(large) if one.error]
    ['c5']
    """
    return _with_figures(draft, tuple(_outcomes(draft)))


def is_mended(draft: NetworkDraft, broken: CheckedLayer) -> bool:
    """Whether nothing is wrong in a draft with a layer that was broken in another.

    It may have to wait for those for which it had to wait before. Quicker than
    `checked`: nothing is counted, and what stands below is not looked at.
    """
    may_wait = len(broken.inputs) < len(broken.layer.reads)
    for one in _outcomes(draft):
        if one.layer.id == broken.layer.id:
            return one.error is None and (may_wait or not one.waits_for)
    return True


def _outcomes(draft: NetworkDraft) -> Iterator[CheckedLayer]:
    """Yield what becomes of each layer, the figures left out."""
    known: dict[int, CheckedLayer] = {}
    shapes: dict[int, Shape] = {PICTURE_ID: draft.input_chw}
    bytes_left = MAX_CELLS * _FLOAT_BYTES
    for layer in draft.layers:
        one, shape = _checked(draft, layer, known, shapes, bytes_left)
        known[layer.id] = one
        if one.spec is not None and shape is not None:
            shapes[layer.id] = shape
            bytes_left -= _bytes(one.spec, one.inputs, shape)
            if layer is draft.layers[-1] and shape != (len(draft.labels),):
                one = replace(one, error=_other_classes(draft, layer, shape))
        yield one


def working_part(draft: NetworkDraft) -> Network | None:
    """Return the network of all layers that work; ``None`` where none does.

    It keeps the draft's classes, whatever it ends in: see `names_classes`.
    """
    return working_network(draft, checked(draft))


def names_classes(network: Network) -> bool:
    """Whether the last layer has one number for each class."""
    last = summarize(network).layers[-1]
    return last.output_shape == (len(network.labels),)


def working_network(
    draft: NetworkDraft, known: Sequence[CheckedLayer]
) -> Network | None:
    """Return `working_part` of a draft that was checked already."""
    specs = [one.spec for one in known if one.spec is not None and one.summary]
    return draft.with_layers(specs) if specs else None


def _checked(
    draft: NetworkDraft,
    layer: LayerDraft,
    known: Mapping[int, CheckedLayer],
    shapes: Mapping[int, Shape],
    bytes_left: int,
) -> tuple[CheckedLayer, Shape | None]:
    """Return what becomes of a layer, and its output's shape where it works."""
    spec = None
    inputs = tuple(shapes[read] for read in layer.reads if read in shapes)
    missing = [read for read in layer.reads if read not in shapes]
    try:
        spec = layer.spec(draft.input_names(layer))
        if missing:
            above = known[missing[0]].waits_for or missing[0]
            waits = CheckedLayer(layer=layer, spec=spec, inputs=inputs, waits_for=above)
            return waits, None
        _check_names(draft, spec, known)
        shape = spec.output_shape(inputs)
        _check_size(spec, _bytes(spec, inputs, shape), bytes_left)
    except CnnvizError as error:
        broken = CheckedLayer(layer=layer, spec=spec, inputs=inputs, error=error)
        return broken, None
    return CheckedLayer(layer=layer, spec=spec, inputs=inputs), shape


def _check_names(
    draft: NetworkDraft, spec: LayerSpec, known: Mapping[int, CheckedLayer]
) -> None:
    """Refuse a name that is unusable or taken, and inputs that the kind does not take."""
    taken = {one.layer.name for one in known.values() if one.error is None}
    named = dict.fromkeys((*spec.inputs, spec.name))
    above = [Flatten(name=name) for name in named if name in taken and name != PICTURE]
    layer_inputs(draft.with_layers((*above, spec)))


def _check_size(spec: LayerSpec, needed: int, bytes_left: int) -> None:
    """Refuse what would not fit into memory."""
    if needed > bytes_left:
        raise CnnvizError(
            "network_too_large",
            layer=spec.name,
            megabytes=round(needed / 1e6),
            left=round(bytes_left / 1e6),
        )


def _bytes(spec: LayerSpec, inputs: Sequence[Shape], shape: Shape) -> int:
    owned = [*spec.parameters(inputs).values(), *spec.buffers(inputs).values()]
    return sum(map(prod, (shape, *owned))) * _FLOAT_BYTES


def _other_classes(draft: NetworkDraft, layer: LayerDraft, shape: Shape) -> CnnvizError:
    """Return why a last layer that works names no classes."""
    code = "classes_differ" if len(shape) == 1 else "classes_from_maps"
    classes = len(draft.labels)
    return CnnvizError(code, layer=layer.name, found=prod(shape), classes=classes)


def _is_good(one: CheckedLayer) -> bool:
    """Whether a layer works, also where there is something to say of its classes."""
    code = "" if one.error is None else one.error.code
    return not one.waits_for and code in ("", "classes_differ", "classes_from_maps")


def _with_figures(
    draft: NetworkDraft, known: tuple[CheckedLayer, ...]
) -> tuple[CheckedLayer, ...]:
    """Give each layer that works its line of the summary."""
    good = [one.spec for one in known if one.spec is not None and _is_good(one)]
    if not good:
        return known
    lines = {line.name: line for line in summarize(draft.with_layers(good)).layers}
    return tuple(
        replace(one, summary=lines[one.spec.name])
        if one.spec is not None and _is_good(one)
        else one
        for one in known
    )
