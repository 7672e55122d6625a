"""A network built as a user builds one."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.pages.network.views.editor.editor_panel import EditorPanel
from cnnviz.pages.network.views.editor.layer_list import LayerList
from cnnviz.state.current_network import CurrentNetwork

CONTROL = Qt.KeyboardModifier.ControlModifier


def build(session: Session, qtbot: QtBot) -> CurrentNetwork:
    """Duplicate the first layer, by keys; return what it became."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    qtbot.keyClick(session.window, Qt.Key.Key_N)
    panel = session.window.page.findChild(EditorPanel)
    assert panel is not None
    layers = panel.findChild(LayerList)
    assert layers is not None
    layers.setFocus()
    session.looking.built.editor.choose(1)
    qtbot.keyClick(layers, Qt.Key.Key_D, CONTROL)
    current = session.looking.choices.current
    qtbot.waitUntil(lambda: current.state.origin == "built", timeout=5_000)
    return current.state
