"""The sliders of a layer's settings: with the mouse and with keys, in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.networks.layers import LAYER_KINDS
from cnnviz.pages.network.model.layer_fields import applies, fields_of
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.views.editor.editor_panel import EditorPanel
from cnnviz.pages.network.views.editor.field_slider import FieldSlider
from tests.helpers.session import session

__all__ = ["session"]

LEFT = Qt.MouseButton.LeftButton
C3 = 4


@pytest.fixture
def panel(session: Session, qtbot: QtBot) -> EditorPanel:
    """The editor beside LeNet-5, with C3 chosen."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)
    qtbot.keyClick(session.window, Qt.Key.Key_N)
    found = session.window.page.findChild(EditorPanel)
    assert found is not None
    editor(session).choose(C3)
    return found


def editor(session: Session) -> EditorPresenter:
    return session.looking.built.editor


def slider_of(panel: EditorPanel, name: str) -> QSlider:
    found = panel.findChildren(QSlider, f"layer_{name}_slider")
    (slider,) = (one for one in found if not one.parentWidget().isHidden())
    return slider


def setting(session: Session, name: str) -> object:
    layer = editor(session).draft.layer(editor(session).chosen)
    assert layer is not None
    return layer.value(name)


def row_of(panel: EditorPanel, layer_id: int) -> str:
    return str(panel.layers.model().index(layer_id, 0).data())


def test_that_all_figures_and_the_running_network_follow_a_drag(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    kernel = slider_of(panel, "kernel")
    middle = kernel.height() // 2
    qtbot.mousePress(kernel, LEFT, pos=QPoint(kernel.width() // 3, middle))
    figures, seen = panel.findChild(QLabel, "layer_figures"), set()
    for x in range(0, kernel.width() + 30, 4):
        qtbot.mouseMove(kernel, QPoint(x, middle))
        side = kernel.value()
        assert setting(session, "kernel") == (side, side)
        rows = panel.findChildren(QSpinBox, "layer_kernel_rows")[-1]
        assert rows.value() == side
        assert f"{side} × {side} × 6 × 16 + 16 = " in figures.text()
        assert f"convolution {side} × {side}, 16 × {15 - side} × {15 - side}" in (
            row_of(panel, C3)
        )
        seen.add(side)
    assert seen == set(range(1, 15))
    assert "each number sees 32 × 32" in figures.text()

    def runs() -> bool:
        state = session.network.store.state
        shown = {layer.name: layer for layer in state.network.layers}
        return state.answer is not None and shown["c3"].kernel == (14, 14)

    qtbot.waitUntil(runs, timeout=5_000)  # while the handle is held
    assert kernel.isSliderDown()
    qtbot.mouseRelease(kernel, LEFT, pos=QPoint(kernel.width() - 1, middle))
    assert session.undo.count() == 1
    session.undo.undo()
    assert setting(session, "kernel") == (5, 5)
    assert kernel.value() == 5


def test_that_two_drags_are_two_steps_and_a_field_goes_beyond_its_slider(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    kernels = slider_of(panel, "channels")
    middle = kernels.height() // 2
    for end in (kernels.width() // 2, kernels.width() - 2):
        qtbot.mousePress(kernels, LEFT, pos=QPoint(20, middle))
        qtbot.mouseMove(kernels, QPoint(end, middle))
        qtbot.mouseRelease(kernels, LEFT, pos=QPoint(end, middle))
    assert session.undo.count() == 2
    assert setting(session, "channels") == kernels.maximum() == 256
    field = panel.findChildren(QSpinBox, "layer_channels")[-1]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "300")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert setting(session, "channels") == 300
    assert kernels.value() == 256


def test_that_a_slider_is_reached_with_tab_and_moved_by_keys_as_one_step(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    kernels = slider_of(panel, "channels")
    field = panel.findChildren(QSpinBox, "layer_channels")[-1]
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert kernels.hasFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(kernels, key)
    assert setting(session, "channels") == 19
    assert session.undo.count() == 1
    qtbot.keyClick(kernels, Qt.Key.Key_Tab)
    assert panel.findChildren(QSpinBox, "layer_kernel_rows")[-1].hasFocus()
    kernels.setFocus()
    qtbot.keyClick(kernels, Qt.Key.Key_Home)
    assert setting(session, "channels") == 1
    assert session.undo.count() == 2


def test_that_a_slider_ends_where_its_layer_could_not_work(
    session: Session, panel: EditorPanel
) -> None:
    assert slider_of(panel, "kernel").maximum() == 14  # what C3 reads is 14 x 14
    editor(session).choose(7)
    assert slider_of(panel, "kernel").maximum() == 5
    assert "from 1 to 5" in slider_of(panel, "kernel").toolTip()
    assert slider_of(panel, "stride").maximum() == 8


def test_that_a_rate_moves_by_twentieths(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    editor(session).add("dropout")
    rate = slider_of(panel, "rate")
    assert setting(session, "rate") == 0.5
    rate.setFocus()
    qtbot.keyClick(rate, Qt.Key.Key_Right)
    assert setting(session, "rate") == 0.55
    assert "from 0 to 0.95" in rate.toolTip()


def test_that_every_number_of_every_kind_has_a_slider_within_its_field(
    session: Session, panel: EditorPanel
) -> None:
    without = {"groups", "epsilon", "alpha"}  # divisors only; far below any step
    for kind in LAYER_KINDS:
        editor(session).choose(3)
        editor(session).add(kind)
        layer = editor(session).draft.layer(editor(session).chosen)
        assert layer is not None
        for field in fields_of(layer):
            is_number = field.kind in ("whole", "number", "pair", "padding")
            has_one = is_number and field.name not in without
            assert (field.slider is not None) == has_one, (kind, field.name)
            if field.slider is not None:
                low, high = field.range
                assert low <= field.slider.least < field.slider.most <= high
        for slider in panel.findChildren(FieldSlider):
            assert slider.objectName()
            assert slider.accessibleName()
            assert slider.toolTip()
        shown = {field.name for field in fields_of(layer) if applies(layer, field)}
        for slider in panel.findChildren(FieldSlider):
            name = slider.objectName().removeprefix("layer_").removesuffix("_slider")
            if slider.isVisibleTo(panel) and name in shown:
                right = slider.mapTo(panel, slider.rect().topRight()).x()
                assert right < panel.width(), (kind, name)
                assert slider.width() >= 60, (kind, name)
        session.undo.undo()


def test_that_a_slider_moves_no_further_down_than_its_words_once_took(
    session: Session, panel: EditorPanel, qtbot: QtBot
) -> None:
    figures = panel.findChild(QLabel, "layer_figures")
    kernels, font = slider_of(panel, "channels"), figures.font()
    font.setPixelSize(20)
    figures.setFont(font)
    kernels.setFocus()
    qtbot.keyClick(kernels, Qt.Key.Key_End)
    least = 2 * figures.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: figures.height() > least)
    high = figures.height()
    qtbot.keyClick(kernels, Qt.Key.Key_Home)
    assert figures.minimumHeight() == high
    editor(session).choose(2)
    assert figures.minimumHeight() == least
