"""Building a network beside its columns: with keys and mouse, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.editor.editor_panel import EditorPanel
from cnnviz.pages.network.views.editor.layer_list import LayerList
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.ui.controls.fitting_label import FittingLabel
from tests.helpers.session import session

__all__ = ["session"]

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EditorPanel:
    """The editor, opened with its key beside LeNet-5."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    qtbot.keyClick(session.window, Qt.Key.Key_N)
    found = session.window.page.findChild(EditorPanel)
    assert found is not None
    assert found.isVisible()
    return found


def shown(session: Session) -> CurrentNetwork:
    return session.looking.choices.current.state


def await_layers(session: Session, qtbot: QtBot, *names: str) -> None:
    def is_there() -> bool:
        state = session.network.store.state
        layers = [layer.name for layer in state.network.layers]
        return state.answer is not None and layers == [*names]

    qtbot.waitUntil(is_there, timeout=5_000)


LENET = ("c1", "c1_relu", "s2", "c3", "c3_relu", "s4")
REST = ("c5", "c5_relu", "flatten", "f6", "f6_relu", "output")


def break_c5(session: Session, panel: EditorPanel, qtbot: QtBot) -> None:
    """Pool again before the last convolution, by keys."""
    layers = panel.findChild(LayerList)
    layers.setFocus()
    session.looking.built.editor.choose(6)
    qtbot.keyClick(layers, Qt.Key.Key_D, CONTROL)


def test_that_opening_it_changes_nothing(session: Session, panel: EditorPanel) -> None:
    assert shown(session).origin == "shipped"
    draft = session.looking.built.editor.draft
    assert (draft.name, draft.title) == ("lenet5-built", "LeNet-5")
    assert session.undo.count() == 0
    assert panel.width() == panel.minimumWidth()


def test_that_what_works_is_seen_while_a_layer_is_broken_and_mended_by_a_click(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    break_c5(session, panel, qtbot)
    await_layers(session, qtbot, *LENET, "pool1")
    built = shown(session)
    assert (built.origin, built.can_answer) == ("built", False)
    assert built in session.looking.choices.store.state
    assert session.networks.state.origin == "shipped"
    said = [label.text() for label in session.window.page.findChildren(FittingLabel)]
    assert "C5 cannot work yet: shown are the 7 of 13 layers that do." in said
    fix = next(
        button
        for button in panel.layers.findChildren(QPushButton)
        if "Padding same" in button.text() and button.isVisible()
    )
    qtbot.mouseClick(fix, Qt.MouseButton.LeftButton)
    await_layers(session, qtbot, *LENET, "pool1", *REST)


def test_that_undo_leads_back_to_the_network_that_it_began_with(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    before = shown(session)
    break_c5(session, panel, qtbot)
    await_layers(session, qtbot, *LENET, "pool1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)
    await_layers(session, qtbot, *LENET, *REST)
    assert shown(session) is before
    session.undo.redo()
    await_layers(session, qtbot, *LENET, "pool1")


def test_that_another_network_begins_another_draft_and_the_first_is_kept(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    break_c5(session, panel, qtbot)
    await_layers(session, qtbot, *LENET, "pool1")
    built = shown(session)
    choices = session.looking.choices
    mlp = next(one for one in choices.store.state if one.network.name == "mlp")
    choices.choose(mlp)
    qtbot.waitUntil(
        lambda: "MLP" in session.looking.built.editor.draft.title, timeout=5_000
    )
    assert shown(session) is mlp
    choices.choose(built)
    qtbot.waitUntil(
        lambda: len(session.looking.built.editor.draft.layers) == 13, timeout=5_000
    )
    assert shown(session) is built
