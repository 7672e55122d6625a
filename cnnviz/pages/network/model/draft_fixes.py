"""One-click ways out for a layer that cannot work, each tried before it is offered."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.pages.network.model.draft_check import CheckedLayer, is_mended
from cnnviz.pages.network.model.draft_edits import (
    free_name,
    inserted,
    put,
    removed,
    renamed,
    with_classes,
    with_reads,
    with_value,
)
from cnnviz.pages.network.model.layer_fields import fields_of, safe_value
from cnnviz.pages.network.model.network_draft import LayerDraft, NetworkDraft, Value
from cnnviz.pages.network.model.new_layers import added

MOST_FIXES: Final = 3

FIX_TEXTS: Final = {
    "padding_same": QT_TRANSLATE_NOOP("NetworkFixes", "Padding same"),
    "kernel": QT_TRANSLATE_NOOP("NetworkFixes", "{field} {value}"),
    "field": QT_TRANSLATE_NOOP("NetworkFixes", "{field}: {value}"),
    "flatten": QT_TRANSLATE_NOOP("NetworkFixes", "Insert a flatten layer"),
    "no_flatten": QT_TRANSLATE_NOOP("NetworkFixes", "Remove {value}"),
    "all_connections": QT_TRANSLATE_NOOP("NetworkFixes", "Join all maps"),
    "rename": QT_TRANSLATE_NOOP("NetworkFixes", "Call it {value}"),
    "join": QT_TRANSLATE_NOOP("NetworkFixes", "Concatenate them first"),
    "side_by_side": QT_TRANSLATE_NOOP("NetworkFixes", "Concatenate instead"),
    "read_one": QT_TRANSLATE_NOOP("NetworkFixes", "Read {value} only"),
    "classes": QT_TRANSLATE_NOOP("NetworkFixes", "Classes: {value}"),
    "dense": QT_TRANSLATE_NOOP("NetworkFixes", "Add {value} units at the end"),
    "remove": QT_TRANSLATE_NOOP("NetworkFixes", "Remove layer"),
}
"""What the buttons say, in English; ``{value}`` and ``{field}`` are put in."""


_Way = Callable[[NetworkDraft, CheckedLayer], Iterator["Fix"]]


@dataclass(frozen=True, slots=True)
class Fix:
    """A way out.

    Attributes
    ----------
    code
        A key of `FIX_TEXTS`.
    draft
        The network then.
    value
        What is set, or which layer is meant.
    field
        English label of the setting, where one is set.
    """

    code: str
    draft: NetworkDraft
    value: Value = None
    field: str = ""


def suggest_fixes(draft: NetworkDraft, broken: CheckedLayer) -> tuple[Fix, ...]:
    """Return at most three ways out for a layer with an error, the mildest first.

    After each one the layer works, or is gone.

    Examples
    --------
    >>> from cnnviz.engine.networks.catalogue import network
    >>> from cnnviz.pages.network.model.draft_check import checked
    >>> from cnnviz.pages.network.model.network_draft import draft_of
    >>> large = with_value(draft_of(network("lenet5")), 7, "kernel", (7, 7))
    >>> [fix.code for fix in suggest_fixes(large, checked(large)[6])]
    ['padding_same', 'kernel', 'remove']
    """
    found = list(islice(_helpful(draft, broken, _candidates), MOST_FIXES - 1))
    if not found:
        found = list(islice(_helpful(draft, broken, _safe_fields), 1))
    return (*found, Fix("remove", removed(draft, broken.layer.id)))


def _helpful(draft: NetworkDraft, broken: CheckedLayer, way: _Way) -> Iterator[Fix]:
    for fix in way(draft, broken):
        if fix.draft != draft and is_mended(fix.draft, broken):
            yield fix


def _candidates(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    if broken.error is not None:
        for way in _WAYS.get(broken.error.code, ()):
            yield from way(draft, broken)


def _padding_same(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    layer = broken.layer
    yield Fix("padding_same", with_value(draft, layer.id, "padding", "same"))


def _smaller_kernel(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer the largest window, no side of it longer than now, that the kind takes."""
    layer, kernel = broken.layer, broken.layer.value("kernel")
    if not isinstance(kernel, tuple):
        return
    height, width = (int(side) for side in kernel if isinstance(side, int))
    for most in range(max(height, width) - 1, 0, -1):
        smaller = min(height, most), min(width, most)
        fitting = layer.with_value("kernel", smaller)
        with suppress(CnnvizError):
            fitting.spec(draft.input_names(layer)).output_shape(broken.inputs)
            fix = _set(draft, layer, "kernel", smaller)
            yield replace(fix, code="kernel")
            return


def _flatten_before(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    layer = broken.layer
    flat = LayerDraft(
        id=draft.new_id,
        kind="flatten",
        name=free_name(draft, "flatten"),
        reads=layer.reads,
    )
    place = draft.place(layer.id)
    layers = (
        *draft.layers[:place],
        flat,
        replace(layer, reads=(flat.id,)),
        *draft.layers[place + 1 :],
    )
    yield Fix("flatten", replace(draft, layers=layers))


def _no_flatten_above(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    for read in broken.layer.reads:
        above = draft.layer(read)
        if above is not None:
            yield Fix("no_flatten", removed(draft, read), above.name)


def _units_before(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer a layer of as many units as the codes are long."""
    codes = broken.layer.value("codes")
    if isinstance(codes, tuple) and codes and isinstance(codes[0], tuple):
        units = len(codes[0])
        first = broken.layer.reads[0]
        more = added(draft, "linear", first)
        new = more.layers[more.place(first) + 1]
        more = with_value(more, new.id, "units", units)
        yield Fix("dense", with_reads(more, broken.layer.id, (new.id,)), units)


def _no_table(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    changed = with_value(draft, broken.layer.id, "connections_table", None)
    yield Fix("all_connections", changed)


def _other_name(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    name = free_name(draft, broken.layer.kind)
    yield Fix("rename", renamed(draft, broken.layer.id, name), name)


def _join_before(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    layer = broken.layer
    join = LayerDraft(
        id=draft.new_id,
        kind="concatenate",
        name=free_name(draft, "concatenate"),
        reads=layer.reads,
    )
    place = draft.place(layer.id)
    above = draft.layers[place - 1].id
    put_in = inserted(put(draft, replace(layer, reads=(above,))), join, above)
    yield Fix("join", put_in)


def _read_one(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    layer = broken.layer
    for read, name in reversed(
        tuple(zip(layer.reads, draft.input_names(layer), strict=True))
    ):
        yield Fix("read_one", with_reads(draft, layer.id, (read,)), name)


def _side_by_side(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    beside = replace(broken.layer, kind="concatenate", values=())
    yield Fix("side_by_side", put(draft, beside))


def _fewer(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer half as many kernels or units, halved until it fits."""
    for field in ("channels", "units"):
        many = broken.layer.value(field)
        while isinstance(many, int) and many > 1:
            many //= 2
            fix = _set(draft, broken.layer, field, many)
            if is_mended(fix.draft, broken):
                yield fix
                return


def _units_as_classes(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer as many units, in the last layer that has any, as there are classes."""
    layer: LayerDraft | None = broken.layer
    while layer is not None and layer.value("units") is None:
        layer = draft.layer(layer.reads[0]) if len(layer.reads) == 1 else None
    if layer is not None:
        yield _set(draft, layer, "units", len(draft.labels))


def _classes_as_units(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    if broken.summary is not None:
        (count,) = broken.summary.output_shape
        yield Fix("classes", with_classes(draft, count), count)


def _flatten_at_end(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer a flatten layer where there are as many maps of one number as classes."""
    line = broken.summary
    if line is not None and line.output_shape == (len(draft.labels), 1, 1):
        yield Fix("flatten", added(draft, "flatten"))


def _dense_at_end(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    """Offer a layer with a number for each class, of all numbers there are."""
    flat = added(draft, "flatten")
    yield Fix("dense", added(flat, "linear"), len(draft.labels))


def _as_usual(*names: str) -> _Way:
    """Return what offers a setting, or the next one, as a layer of the kind begins."""

    def offered(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
        by_name = {field.name: field for field in fields_of(broken.layer)}
        for name in names:
            if name in by_name:
                value = safe_value(broken.layer, by_name[name])
                yield _set(draft, broken.layer, name, value)

    return offered


def _safe_fields(draft: NetworkDraft, broken: CheckedLayer) -> Iterator[Fix]:
    names = (field.name for field in fields_of(broken.layer))
    yield from _as_usual(*names)(draft, broken)


def _set(draft: NetworkDraft, layer: LayerDraft, field: str, value: Value) -> Fix:
    label = next(one.label for one in fields_of(layer) if one.name == field)
    return Fix("field", with_value(draft, layer.id, field, value), value, label)


_WAYS: Final[Mapping[str, tuple[_Way, ...]]] = {
    "kernel_larger_than_padded_input": (_padding_same, _smaller_kernel),
    "pool_larger_than_padded_input": (_padding_same, _smaller_kernel),
    "pool_padding_too_large": (_padding_same, _as_usual("padding")),
    "padding_beyond_reflection": (_as_usual("padding_mode", "padding"),),
    "padding_beyond_circle": (_as_usual("padding_mode", "padding"),),
    "groups_do_not_divide": (_as_usual("groups"),),
    "layer_input_shape": (_flatten_before, _units_before, _no_flatten_above),
    "connections_unusable": (_no_table,),
    "layer_name_unusable": (_other_name,),
    "layer_name_taken": (_other_name,),
    "layer_takes_one_input": (_join_before, _read_one),
    "layer_inputs_differ": (_side_by_side, _read_one),
    "network_too_large": (_fewer,),
    "classes_differ": (_units_as_classes, _classes_as_units),
    "classes_from_maps": (_flatten_at_end, _dense_at_end),
}
"""What helps against an error, the mildest first; beside a setting's usual value."""
