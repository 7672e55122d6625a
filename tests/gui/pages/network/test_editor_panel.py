"""The network editor, with mouse and keys."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QLocale, QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QUndoStack, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import LAYER_KINDS
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.pages.network.model.draft_fixes import FIX_TEXTS, Fix
from cnnviz.pages.network.model.network_draft import NetworkDraft, draft_of
from cnnviz.pages.network.presenters.editor_presenter import EditorPresenter
from cnnviz.pages.network.views.editor.editor_actions import EditorActions
from cnnviz.pages.network.views.editor.editor_panel import EditorPanel
from cnnviz.pages.network.views.editor.editor_words import fix_text
from cnnviz.pages.network.views.editor.input_form import labels_of, labels_text
from cnnviz.ui.i18n import Translation

LENET = network("lenet5")
EMPTY = NetworkDraft(name="own", title="Own")


@pytest.fixture(autouse=True)
def english(own_look: None) -> None:
    QLocale.setDefault(QLocale("en"))


@pytest.fixture
def undo(qapp: object) -> QUndoStack:
    return QUndoStack()


@pytest.fixture
def presenter(undo: QUndoStack) -> Iterator[EditorPresenter]:
    made = EditorPresenter(undo, draft_of(LENET, seeded_weights(LENET)))
    yield made
    made.shut_down()


@pytest.fixture
def panel(presenter: EditorPresenter, qtbot: QtBot) -> EditorPanel:
    return shown(presenter, qtbot)


def shown(presenter: EditorPresenter, qtbot: QtBot) -> EditorPanel:
    actions = EditorActions(presenter)
    actions.retranslate()
    made = EditorPanel(presenter, actions)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    return made


def click_row(panel: EditorPanel, row: int) -> None:
    index = panel.layers.model().index(row, 0)
    panel.layers.scrollTo(index)
    place = panel.layers.visualRect(index).topLeft() + QPoint(30, 12)
    QTest.mouseClick(panel.layers.viewport(), Qt.MouseButton.LeftButton, pos=place)


def lines(panel: EditorPanel) -> list[str]:
    model = panel.layers.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


T = TypeVar("T", bound=QWidget)


def child(panel: QWidget, kind: type[T], name: str) -> T:
    found = [one for one in panel.findChildren(kind, name) if not one.isHidden()]
    assert found, name
    return found[-1]


def typed(spin: QSpinBox, text: str) -> None:
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, text)


def test_that_each_row_says_name_kind_shape_and_parameters(panel: EditorPanel) -> None:
    assert lines(panel)[:3] == [
        "Picture, 1 × 28 × 28",
        "C1 · convolution 5 × 5, 6 × 28 × 28, parameters: 156",
        "C1_relu · ReLU, 6 × 28 × 28",
    ]
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert "61,706 parameters" in texts
    assert "416,520 multiply-adds · 0.3 MB" in texts


def test_that_a_number_counts_when_it_is_typed_to_its_end(
    panel: EditorPanel, presenter: EditorPresenter, undo: QUndoStack
) -> None:
    click_row(panel, 1)
    assert presenter.chosen == 1
    kernels = child(panel, QSpinBox, "layer_channels")
    typed(kernels, "12")
    assert undo.count() == 0
    QTest.keyClick(kernels, Qt.Key.Key_Return)
    assert undo.count() == 1
    assert lines(panel)[1].startswith("C1 · convolution 5 × 5, 12 × 28 × 28")
    QTest.keyClick(kernels, Qt.Key.Key_Up)
    assert "13 × 28 × 28" in lines(panel)[1]
    undo.undo()
    undo.undo()
    assert kernels.value() == 6


def test_that_a_number_counts_for_its_layer_when_another_is_clicked(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 1)
    typed(child(panel, QSpinBox, "layer_channels"), "9")
    click_row(panel, 4)
    counts = [presenter.draft.layers[place].value("channels") for place in (0, 3)]
    assert counts == [9, 16]
    assert presenter.chosen == 4


def test_that_a_layer_that_cannot_work_says_why_and_a_click_mends_it(
    panel: EditorPanel, presenter: EditorPresenter, qtbot: QtBot
) -> None:
    click_row(panel, 7)
    rows = child(panel, QSpinBox, "layer_kernel_rows")
    typed(rows, "7")
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert "covers 7 × 5 cells" in lines(panel)[7]
    assert "5 × 5" in child(panel, QLabel, "reason_7").text()
    assert lines(panel)[8] == "C5_relu · ReLU, waits for C5"
    buttons = [child(panel, QPushButton, f"fix_7_{n}") for n in (1, 2, 3)]
    assert [button.text() for button in buttons] == [
        "Padding same", "Kernel size 5 × 5", "Remove layer",
    ]  # fmt: skip
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert not any(one.error for one in presenter.checked)
    assert panel.findChild(QWidget, "reason_7") is None or not any(
        "covers" in line for line in lines(panel)
    )


def test_that_layers_are_moved_copied_and_removed_by_keys(
    panel: EditorPanel, presenter: EditorPresenter, undo: QUndoStack
) -> None:
    click_row(panel, 2)
    panel.layers.setFocus()
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(panel.layers, Qt.Key.Key_Down, alt)
    assert [layer.name for layer in presenter.draft.layers[:3]] == [
        "c1", "s2", "c1_relu",
    ]  # fmt: skip
    assert panel.layers.currentIndex().row() == 3
    QTest.keyClick(panel.layers, Qt.Key.Key_Up, alt)
    QTest.keyClick(panel.layers, Qt.Key.Key_D, ctrl)
    assert lines(panel)[3].startswith("Act1 · ReLU")
    assert panel.layers.currentIndex().row() == 3
    QTest.keyClick(panel.layers, Qt.Key.Key_Delete)
    assert presenter.draft == draft_of(LENET) or lines(panel)[3].startswith("S2")
    QTest.keyClick(panel.layers, Qt.Key.Key_Up)
    assert presenter.chosen == 2
    assert undo.count() == 4


def test_that_delete_in_a_field_leaves_the_layer_alone(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 1)
    name = child(panel, QLineEdit, "layer_name")
    name.setFocus()
    name.home(False)
    QTest.keyClick(name, Qt.Key.Key_Delete)
    assert len(presenter.draft.layers) == 12
    QTest.keyClick(name, Qt.Key.Key_Return)
    layer = presenter.draft.layer(1)
    assert layer is not None
    assert layer.name == "1"


def test_that_every_kind_of_layer_can_be_added_and_set(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    menu = child(panel, QPushButton, "editor_add_button").menu()
    assert isinstance(menu, QMenu)
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.objectName() for action in actions] == [
        f"add_{kind}" for kind in LAYER_KINDS
    ]
    assert len({action.text() for action in actions}) == len(LAYER_KINDS)
    for action in actions:
        click_row(panel, 3)
        action.trigger()
        layer = presenter.draft.layer(presenter.chosen)
        assert layer is not None
        assert f"add_{layer.kind}" == action.objectName()
        shown_name = child(panel, QLineEdit, "layer_name").text()
        assert shown_name == layer.name
        unnamed = [
            widget
            for widget in panel.findChildren(QWidget)
            if isinstance(widget, QSpinBox | QComboBox | QLineEdit | QToolButton)
            and widget.objectName() != "qt_spinbox_lineedit"
            and not widget.isHidden()
            and widget.parent() is not None
            and "menubar" not in widget.objectName()
            and not (
                widget.objectName() and widget.accessibleName() and widget.toolTip()
            )
        ]
        assert unnamed == []


def test_that_a_choice_and_a_switch_of_a_layer_are_set(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 2)
    kind = child(panel, QComboBox, "layer_kind")
    before = presenter.draft
    step_choice(kind)
    assert presenter.draft.layers[1].value("kind") == kind.currentData()
    assert presenter.draft != before
    click_row(panel, 1)
    assert presenter.draft.layers[0].value("bias") is True
    child(panel, QCheckBox, "layer_bias").click()
    assert presenter.draft.layers[0].value("bias") is False


def test_that_a_padding_is_chosen_by_its_name(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 1)
    padding = child(panel, QComboBox, "layer_padding_name")
    before = presenter.draft
    step_choice(padding)
    assert presenter.draft.layers[0].value("padding") == padding.currentData()
    assert presenter.draft != before


def step_choice(choice: QComboBox) -> None:
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Up if choice.currentIndex() else Qt.Key.Key_Down)


def test_that_a_branch_begins_and_ends_where_one_chooses(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 4)
    child(panel, QToolButton, "editor_branch_button").click()
    assert lines(panel)[5].startswith("Conv1 · convolution 5 × 5, reads S2")
    assert lines(panel)[6].startswith(
        "Concat1 · branches side by side, reads C3, Conv1"
    )
    click_row(panel, 6)
    menu = child(panel, QPushButton, "layer_reads").menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    by_name = {action.objectName(): action for action in menu.actions()}
    assert by_name["read_4"].isChecked()
    by_name["read_13"].trigger()
    layer = presenter.draft.layer(14)
    assert layer is not None
    assert layer.reads == (4,)


def test_that_a_dragged_layer_lands_between_two_others(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 2)
    model = panel.layers.model()
    assert panel.layers.dragEnabled()
    assert panel.layers.acceptDrops()
    assert model.index(2, 0).flags() & Qt.ItemFlag.ItemIsDragEnabled
    data: QMimeData = model.mimeData([model.index(2, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 5, 0, QModelIndex())
    assert presenter.draft.ids[:5] == (1, 3, 4, 2, 5)
    assert presenter.chosen == 2


def test_that_input_and_classes_are_set_in_the_pictures_row(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 0)
    side = child(panel, QSpinBox, "input_rows")
    typed(side, "32")
    QTest.keyClick(side, Qt.Key.Key_Return)
    assert presenter.draft.input_chw == (1, 32, 28)
    names = child(panel, QLineEdit, "class_names")
    names.setText("cat, dog")
    QTest.keyClick(names, Qt.Key.Key_Return)
    assert presenter.draft.labels == ("cat", "dog")
    assert child(panel, QSpinBox, "classes").value() == 2
    assert "there are 2 classes" in lines(panel)[12]


def test_that_a_picture_of_other_channels_keeps_them(
    undo: QUndoStack, qtbot: QtBot
) -> None:
    draft = replace(EMPTY, input_chw=(5, 8, 8))
    presenter = EditorPresenter(undo, draft)
    panel = shown(presenter, qtbot)
    side = child(panel, QSpinBox, "input_rows")
    QTest.keyClick(side, Qt.Key.Key_Up)
    assert presenter.draft.input_chw == (5, 9, 8)
    presenter.shut_down()


def test_that_names_of_classes_may_hold_commas() -> None:
    for labels in (("cat", "dog"), ("tench, fish", "dog"), ("one",)):
        assert labels_of(labels_text(labels)) == labels


def test_that_an_empty_network_says_what_to_do(undo: QUndoStack, qtbot: QtBot) -> None:
    presenter = EditorPresenter(undo, EMPTY)
    panel = shown(presenter, qtbot)
    first = child(panel, QPushButton, "editor_first_button")
    assert first.isVisible()
    (add,) = [one for one in first.menu().actions() if one.objectName() == "add_conv2d"]
    assert isinstance(add, QAction)
    add.trigger()
    assert not first.isVisible()
    assert panel.layers.isVisible()
    presenter.shut_down()


def test_that_the_panel_speaks_the_other_language_at_once(
    panel: EditorPanel, qtbot: QtBot
) -> None:
    click_row(panel, 1)
    translation = Translation()
    try:
        translation.apply("pt_BR")
        qtbot.waitUntil(lambda: lines(panel)[0].startswith("Imagem"))
        assert (
            child(panel, QPushButton, "editor_add_button").text() == "Adicionar camada"
        )
        texts = [label.text() for label in panel.findChildren(QLabel)]
        assert "61.706 parâmetros" in texts
        assert "Padding" in texts
        assert "Dilatação" in texts
    finally:
        translation.apply("en")


def test_that_nothing_is_cut_off_in_420_pixels(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    panel.resize(420, 640)
    assert panel.minimumSizeHint().width() <= 420
    presenter.choose(4)
    for field in panel.findChildren(QWidget):
        if field.isVisible() and isinstance(field, QSpinBox | QComboBox | QPushButton):
            right = field.mapTo(panel, field.rect().topRight()).x()
            assert right < 420, field.objectName()
            if isinstance(field, QSpinBox):
                least = field.minimumSizeHint().width()
                assert field.width() >= least, field.objectName()


def test_that_the_wheel_scrolls_past_a_field_without_the_keyboard(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 4)
    kernels = child(panel, QSpinBox, "layer_channels")
    for has_keyboard in (False, True):
        (kernels if has_keyboard else panel.layers).setFocus()
        turn_wheel(kernels)
        assert (kernels.value() == 17) == has_keyboard


def turn_wheel(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_that_the_figures_of_the_chosen_layer_are_worked_out(
    panel: EditorPanel,
) -> None:
    click_row(panel, 4)
    assert child(panel, QLabel, "layer_figures").text() == (
        "5 × 5 × 6 × 16 + 16 = 2,416 parameters · 240,000 multiply-adds · "
        "each number sees 14 × 14"
    )


def test_that_the_ways_out_are_reached_with_tab_after_the_list(
    panel: EditorPanel, presenter: EditorPresenter
) -> None:
    click_row(panel, 12)
    units = child(panel, QSpinBox, "layer_units")
    typed(units, "7")
    QTest.keyClick(units, Qt.Key.Key_Return)
    panel.layers.setFocus()
    QTest.keyClick(panel.layers, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Units: 10"
    QTest.keyClick(focus, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is panel.layers
    assert not any(one.error for one in presenter.checked)


def test_that_every_way_out_has_words_for_its_button() -> None:
    told = {code: fix_text(Fix(code, EMPTY, 3, "Kernels")) for code in FIX_TEXTS}
    assert told["field"] == "Kernels: 3"
    assert not any("{" in text for text in told.values())
    assert fix_text(Fix("rename", EMPTY, "conv1")) == "Call it conv1"
    assert fix_text(Fix("read_one", EMPTY, "input")) == "Read Picture only"
