"""Edits of a network: none fails, and what works is what torch builds."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.networks.build import build
from cnnviz.engine.networks.catalogue import NETWORKS, network
from cnnviz.engine.networks.layers import LAYER_KINDS, Network
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.shapes import layer_inputs, layer_shapes, weight_shapes
from cnnviz.engine.networks.summary import summarize
from cnnviz.pages.network.model.draft_check import (
    CheckedLayer,
    checked,
    names_classes,
    working_part,
)
from cnnviz.pages.network.model.draft_edits import (
    branched,
    duplicated,
    moved,
    removed,
    renamed,
    with_classes,
    with_input,
    with_labels,
    with_reads,
    with_value,
)
from cnnviz.pages.network.model.draft_fixes import suggest_fixes
from cnnviz.pages.network.model.kept_weights import draft_weights
from cnnviz.pages.network.model.layer_fields import fields_of
from cnnviz.pages.network.model.network_draft import NetworkDraft, Value, draft_of
from cnnviz.pages.network.model.new_layers import added

Edit = Callable[[NetworkDraft], NetworkDraft]

EMPTY = NetworkDraft(name="own", title="Own", input_chw=(1, 9, 8))
LENET = draft_of(network("lenet5"), seeded_weights(network("lenet5")))
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "whole": st.integers(0, 6),
    "number": st.sampled_from([0.0, 0.5, 1.0]),
    "pair": st.tuples(st.integers(0, 4), st.integers(0, 4)),
    "padding": st.sampled_from(["same", (0, 0), (1, 2), (3, 0)]),
    "flag": st.booleans(),
}


@st.composite
def edits(draw: st.DrawFn, draft: NetworkDraft) -> NetworkDraft:
    """Return the draft after one edit of any kind, on any layer or none of its layers."""
    layer_id = draw(st.sampled_from((0, *draft.ids, 99)))
    other = draw(st.sampled_from((0, *draft.ids)))
    kind = draw(st.sampled_from(sorted(LAYER_KINDS)))
    name = draw(st.sampled_from(["", "a.b", "input", "conv1", "new"]))
    possible: list[Edit] = [
        lambda old: added(old, kind, layer_id if layer_id in old.ids else 0),
        lambda old: added(old, kind),
        lambda old: removed(old, layer_id),
        lambda old: moved(old, layer_id, draw(st.integers(-3, 3))),
        lambda old: duplicated(old, layer_id),
        lambda old: branched(old, layer_id),
        lambda old: renamed(old, layer_id, name),
        lambda old: with_reads(old, layer_id, (other, layer_id)),
        lambda old: with_classes(old, draw(st.integers(-1, 4))),
        lambda old: with_input(old, draw(st.sampled_from([1, 3])), 7, 9),
    ]
    layer = draft.layer(layer_id)
    if layer is not None and fields_of(layer):
        field = draw(st.sampled_from(fields_of(layer)))
        values = VALUES.get(field.kind, st.sampled_from(field.choices or ("none",)))
        value = draw(values)
        possible += [lambda old: with_value(old, layer_id, field.name, value)] * 4
    return draw(st.sampled_from(possible))(draft)


@st.composite
def drafts(draw: st.DrawFn) -> NetworkDraft:
    draft = draw(st.sampled_from([EMPTY, LENET]))
    for _ in range(draw(st.integers(1, 8))):
        draft = draw(edits(draft))
    return draft


@settings(max_examples=100, deadline=None)
@given(drafts())
def test_that_whatever_is_edited_the_working_part_is_what_torch_builds(
    draft: NetworkDraft,
) -> None:
    known = checked(draft)
    assert [one.layer for one in known] == list(draft.layers)
    for one in known:
        assert (one.summary is None) == bool(
            one.waits_for or not _has_error_beside(one)
        )
        above = (0, *draft.ids[: draft.place(one.layer.id)])
        assert set(one.layer.reads) <= set(above)
        assert one.layer.reads
    part = working_part(draft)
    working = [one for one in known if one.summary is not None]
    if part is None:
        assert not working
        return
    lines = summarize(part).layers
    assert [one.summary for one in working] == list(lines)
    shapes = [shape for _, shape in layer_shapes(part)]
    assert torchs_shapes(part) == shapes
    made = draft_weights(draft, part)
    assert {name: values.shape for name, values in made.items()} == weight_shapes(part)


def _has_error_beside(one: CheckedLayer) -> bool:
    """Whether a layer works, with or without something to say of its classes."""
    return one.error is None or one.error.code.startswith("classes_")


def torchs_shapes(part: Network) -> list[tuple[int, ...]]:
    module = build(part)
    found: list[tuple[int, ...]] = []
    for child in module.children():
        child.register_forward_hook(
            lambda _module, _inputs, output: found.append(tuple(output.shape[1:]))
        )
    with torch.inference_mode():
        module.eval()(torch.zeros(1, *part.input_chw))
    return found


@settings(max_examples=60, deadline=None)
@given(drafts())
def test_that_every_fix_mends_its_layer_or_takes_it_out(draft: NetworkDraft) -> None:
    for broken in checked(draft):
        if broken.error is None:
            continue
        fixes = suggest_fixes(draft, broken)
        assert 1 <= len(fixes) <= 3
        assert fixes[-1].code == "remove"
        for fix in fixes:
            left = [
                one for one in checked(fix.draft) if one.layer.id == broken.layer.id
            ]
            assert (fix.code == "remove") == (not left)
            assert all(one.error is None for one in left)


@pytest.mark.parametrize("name", NETWORKS)
def test_that_a_known_network_is_the_same_as_a_draft(name: str) -> None:
    original = NETWORKS[name]
    part = working_part(draft_of(original))
    assert part is not None
    assert layer_inputs(part) == layer_inputs(original)
    bare = [replace(layer, inputs=()) for layer in part.layers]
    assert bare == [replace(layer, inputs=()) for layer in original.layers]
    assert names_classes(part)
    assert not any(one.error for one in checked(draft_of(original)))


def test_that_layers_above_a_broken_one_go_on_working_and_those_below_wait() -> None:
    broken = with_value(LENET, 7, "kernel", (7, 7))
    known = checked(broken)
    assert known[6].error is not None
    assert known[6].error.facts["input_height"] == 5
    assert {one.waits_for for one in known[7:]} == {7}
    part = working_part(broken)
    assert part is not None
    assert part.layers == network("lenet5").layers[:6]
    assert not names_classes(part)


def test_that_another_branch_goes_on_working() -> None:
    draft = branched(added(EMPTY, "conv2d"), 1)
    wide = with_value(draft, 2, "kernel", (4, 4))
    assert [one.layer.name for one in checked(wide) if one.error] == ["concat1"]
    torn = with_value(draft, 1, "stride", (0, 1))
    works = [one.layer.name for one in checked(torn) if one.summary is not None]
    assert works == ["conv2"]


def names(draft: NetworkDraft) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.name, draft.input_names(one)) for one in draft.layers]


def test_that_what_read_a_removed_layer_reads_what_it_read() -> None:
    draft = branched(added(EMPTY, "conv2d"), 1)
    assert names(draft) == [
        ("conv1", ("input",)), ("conv2", ("input",)), ("concat1", ("conv1", "conv2")),
    ]  # fmt: skip
    assert names(removed(draft, 2)) == [
        ("conv1", ("input",)), ("concat1", ("conv1", "input")),
    ]  # fmt: skip


def test_that_two_layers_of_a_chain_change_places_in_the_network() -> None:
    down = moved(LENET, 2, 1)  # ReLU and pooling
    assert [one.name for one in down.layers[:4]] == ["c1", "s2", "c1_relu", "c3"]
    assert all(len(one.reads) == 1 for one in down.layers)
    assert layer_inputs(down.with_layers([one.spec(down.input_names(one)) for one in down.layers])) == (
        layer_inputs(network("lenet5"))
    )  # fmt: skip
    assert moved(down, 2, -1) == LENET
    assert moved(LENET, 1, -1) == moved(LENET, 12, 5) == LENET


def test_that_branches_are_listed_in_another_order_without_being_joined_otherwise() -> (
    None
):
    draft = branched(added(EMPTY, "conv2d"), 1)
    other = moved(draft, 1, 1)
    assert [one.name for one in other.layers] == ["conv2", "conv1", "concat1"]
    assert dict(names(other)) == dict(names(draft))


def test_that_a_layer_put_into_a_branch_is_read_in_place_of_what_it_follows() -> None:
    draft = added(branched(added(EMPTY, "conv2d"), 1), "activation", 1)
    assert names(draft) == [
        ("conv1", ("input",)),
        ("act1", ("conv1",)),
        ("conv2", ("input",)),
        ("concat1", ("act1", "conv2")),
    ]


@pytest.mark.parametrize("kind", sorted(LAYER_KINDS))
def test_that_a_new_layer_of_each_kind_works_where_its_kind_can(kind: str) -> None:
    of_maps = added(LENET, kind, 1)
    of_numbers = added(LENET, kind)
    at_maps = checked(of_maps)[1]
    at_end = checked(of_numbers)[-1]
    assert at_maps.summary is not None or at_end.summary is not None
    if kind in ("add", "concatenate"):
        assert len(at_maps.layer.reads) == 2 or kind == "add"
    if kind == "linear":
        assert at_end.layer.value("units") == 10


def test_that_every_setting_of_every_kind_has_a_description() -> None:
    by_hand = {"codes", "connections_table"}  # tables of numbers: from files only
    for kind in LAYER_KINDS:
        layer = added(LENET, kind, 1).layers[1]
        described = {field.name for field in fields_of(layer)}
        assert described == {name for name, _ in layer.values} - by_hand
        for field in fields_of(layer):
            assert field.label
            assert field.meaning
            assert len(field.choices) == len(field.choice_names)


CASES: dict[str, tuple[NetworkDraft, int, list[str]]] = {
    "kernel": (with_value(LENET, 7, "kernel", (7, 7)), 7, ["padding_same", "kernel"]),
    "dense": (added(EMPTY, "linear"), 1, ["flatten"]),
    "groups": (with_value(LENET, 4, "groups", 4), 4, ["field"]),
    "units": (with_value(LENET, 12, "units", 7), 12, ["field", "classes"]),
    "name": (renamed(LENET, 2, "c1"), 2, ["rename"]),
    "maps at the end": (added(EMPTY, "conv2d"), 1, ["dense"]),
    "a map a class": (added(with_classes(added(EMPTY, "conv2d"), 8), "global_pool2d"), 2, ["flatten", "dense"]),
    "after flatten": (added(LENET, "conv2d"), 13, []),
    "memory": (with_value(draft_of(network("mlp")), 2, "units", 10**6), 2, ["field"]),
    "window": (with_value(LENET, 3, "padding", (2, 2)), 3, ["padding_same", "field"]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_that_the_ways_out_are_the_expected_ones(case: str) -> None:
    draft, layer_id, codes = CASES[case]
    broken = checked(draft)[draft.place(layer_id)]
    assert broken.error is not None
    fixes = suggest_fixes(draft, broken)
    assert [fix.code for fix in fixes] == [*codes, "remove"]
    for fix in fixes:
        mended = checked(fix.draft)
        assert not [one for one in mended if one.layer.id == layer_id and one.error]


def test_that_the_largest_window_that_fits_is_offered() -> None:
    draft = with_value(LENET, 7, "kernel", (3, 9))
    (fix,) = [
        one for one in suggest_fixes(draft, checked(draft)[6]) if one.code == "kernel"
    ]
    assert fix.value == (3, 5)


def test_that_classes_keep_their_names_and_new_ones_are_numbers() -> None:
    named = with_labels(EMPTY, ("cat", "dog"))
    assert with_classes(named, 3).labels == ("cat", "dog", "2")
    assert with_classes(named, 0).labels == ("cat",)
    assert with_labels(named, ()) is named


def test_that_the_pictures_scale_fits_their_channels() -> None:
    draft = with_input(draft_of(network("alexnet")), 1, 64, 64)
    part = working_part(draft)
    assert part is not None
    assert len(part.channel_normalizations) == 1
