"""Commands of the network editor: steps of undo, and what works after each."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.pages.network.model.layer_field import LayerField
from cnnviz.pages.network.model.layer_fields import fields_of
from cnnviz.pages.network.model.network_draft import NetworkDraft, draft_of
from cnnviz.pages.network.presenters.editor_presenter import (
    EditedNetwork,
    EditorPresenter,
    edited_network,
)
from cnnviz.state.undo import step_of

LENET = network("lenet5")
LEARNED = seeded_weights(LENET, 3)


@pytest.fixture
def undo(qapp: object) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def editor(undo: QUndoStack) -> Iterator[EditorPresenter]:
    made = EditorPresenter(undo, draft_of(LENET, LEARNED))
    yield made
    made.shut_down()


def field(editor: EditorPresenter, name: str) -> LayerField:
    layer = editor.draft.layer(editor.chosen)
    assert layer is not None
    return next(one for one in fields_of(layer) if one.name == name)


def test_that_every_command_is_taken_back_and_done_again(
    editor: EditorPresenter, undo: QUndoStack
) -> None:
    began = editor.draft
    editor.choose(4)
    kernel = field(editor, "kernel")
    commands = [
        lambda: editor.add("activation"),
        editor.duplicate,
        editor.branch,
        lambda: editor.move(-1),
        lambda: editor.rename("other"),
        editor.remove,
        lambda: editor.choose(1),
        lambda: editor.set_value(kernel, (3, 3)),
        lambda: editor.set_input(3, 32, 32),
        lambda: editor.set_classes(12),
        lambda: editor.set_labels(("a", "b")),
    ]
    states = [began]
    for command in commands:
        command()
        if editor.draft != states[-1]:
            states.append(editor.draft)
    assert undo.count() == len(states) - 1 == 10
    pages = {step.page for i in range(10) if (step := step_of(undo, i))}
    assert pages == {"network"}
    assert all(undo.text(index) for index in range(10))
    for state in reversed(states[:-1]):
        undo.undo()
        assert editor.draft == state
    for state in states[1:]:
        undo.redo()
        assert editor.draft == state


def test_that_steps_of_one_number_are_one_step_until_the_field_is_left(
    editor: EditorPresenter, undo: QUndoStack
) -> None:
    editor.choose(1)
    channels = field(editor, "channels")
    for count in (7, 8, 9):
        editor.set_value(channels, count)
    assert undo.count() == 1
    editor.end_edit()
    editor.set_value(channels, 10)
    editor.set_value(field(editor, "bias"), False)
    assert undo.count() == 3
    undo.undo()
    undo.undo()
    layer = editor.draft.layer(1)
    assert layer is not None
    assert layer.value("channels") == 9


def test_that_what_works_is_told_with_weights_that_fit(
    editor: EditorPresenter, qtbot: QtBot
) -> None:
    editor.choose(7)
    with qtbot.waitSignal(editor.network_ready) as told:
        editor.set_value(field(editor, "kernel"), (7, 7))
    edited = ready(told.args)
    assert [one.name for one in edited.network.layers][-1] == "s4"
    assert not edited.names_classes
    assert edited.weights["c3.weight"] is LEARNED["c3.weight"]
    trace = ForwardPass(edited.network, edited.weights).trace(
        np.zeros((28, 28), np.uint8)
    )
    assert trace.probabilities is None
    with qtbot.waitSignal(editor.network_ready) as told:
        editor.apply(editor.fixes(editor.checked[6])[1])
    edited = ready(told.args)
    assert edited.names_classes
    assert edited.network == LENET
    assert edited.weights["output.weight"] is LEARNED["output.weight"]


def ready(args: list[object] | None) -> EditedNetwork:
    assert args is not None
    (edited,) = args
    assert isinstance(edited, EditedNetwork)
    return edited


def test_that_nothing_is_told_while_the_same_part_is_left(
    editor: EditorPresenter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.choose(12)
    with qtbot.waitSignal(editor.network_ready):
        editor.set_value(field(editor, "units"), 0)
    asked: list[NetworkDraft] = []
    monkeypatch.setattr(editor._making, "request", asked.append)
    editor.rename("")  # it does not work either
    editor.choose(0)
    assert editor.draft.layers[-1].name == ""
    assert asked == []


def test_that_other_classes_are_told_though_the_layers_that_work_are_the_same(
    editor: EditorPresenter, qtbot: QtBot
) -> None:
    editor.choose(12)
    with qtbot.waitSignal(editor.network_ready) as told:
        editor.set_value(field(editor, "units"), 0)
    before = ready(told.args).network
    with qtbot.waitSignal(editor.network_ready) as told:
        editor.set_classes(9)
    after = ready(told.args).network
    assert after.layers == before.layers
    assert after.labels == before.labels[:9]


def test_that_another_network_is_edited_whole_and_that_is_no_step(
    editor: EditorPresenter, undo: QUndoStack
) -> None:
    mlp, weights = network("mlp"), seeded_weights(network("mlp"))
    editor.begin(mlp, weights)
    edited = edited_network(editor.draft)
    assert edited is not None
    assert edited.names_classes
    assert edited.network == mlp
    assert all(edited.weights[name] is values for name, values in weights.items())
    assert [layer.name for layer in editor.draft.layers] == [
        layer.name for layer in mlp.layers
    ]
    assert undo.count() == 0


def test_that_a_new_layer_is_chosen_and_a_neighbour_of_one_that_goes(
    editor: EditorPresenter, undo: QUndoStack, qtbot: QtBot
) -> None:
    editor.choose(3)
    editor.add("dropout")
    assert editor.chosen == 13
    with qtbot.waitSignal(editor.chosen_changed):
        editor.remove()
    assert editor.chosen == 4
    undo.undo()
    assert editor.draft.layer(13) is not None


def test_that_an_empty_network_is_told_with_its_first_layer(
    undo: QUndoStack, qtbot: QtBot
) -> None:
    editor = EditorPresenter(undo, NetworkDraft(name="own", title="Own"))
    editor.remove()
    editor.duplicate()
    assert undo.count() == 0
    with qtbot.waitSignal(editor.network_ready) as told:
        editor.add("conv2d")
    assert ready(told.args).weights["conv1.weight"].shape == (8, 1, 3, 3)
    editor.shut_down()


def test_that_an_undo_is_seen_where_it_happens(
    editor: EditorPresenter, undo: QUndoStack
) -> None:
    editor.choose(4)
    editor.set_value(field(editor, "channels"), 20)
    assert undo.text(0) == "Change layer: Kernels"
    editor.choose(1)
    undo.undo()
    assert editor.chosen == 4
    editor.choose(6)
    editor.remove()
    editor.choose(1)
    undo.undo()
    assert editor.chosen == 6
