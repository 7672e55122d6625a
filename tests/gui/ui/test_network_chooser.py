"""Choosing a network with mouse and keys."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.workers.weight_file import shipped_networks
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.network_chooser.network_chooser import NetworkChooser
from cnnviz.ui.network_chooser.network_words import network_title
from tests.helpers.network_menu import menu_under

LENET = network("lenet5")
SHIPPED = CurrentNetwork(LENET, None, "shipped", 0.9925)
TRAINED = CurrentNetwork(
    network("convnet"), {}, "trained", 0.5, run=2, epoch=3, step=123
)
ODD = "A & B <b>bold</b>\u001b[31m" + "x" * 200 + ".safetensors"
FILE = CurrentNetwork(LENET, {}, "file", None, file=ODD)
ALL = (SHIPPED, TRAINED, FILE)


@pytest.fixture
def chooser(qtbot: QtBot) -> NetworkChooser:
    made = NetworkChooser()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.render_state(ALL, SHIPPED, SHIPPED)
    with qtbot.waitExposed(made):
        made.show()
    return made


def button(chooser: NetworkChooser) -> QPushButton:
    found = chooser.findChild(QPushButton, "network_button")
    assert found is not None
    return found


def menu(chooser: NetworkChooser) -> QMenu:
    return menu_under(button(chooser))


def entries(chooser: NetworkChooser) -> list[str]:
    return [one.text() for one in menu(chooser).actions() if not one.isSeparator()]


def test_that_each_network_says_where_it_comes_from_and_how_good_it_is(
    chooser: NetworkChooser,
) -> None:
    shipped, trained, file, opens = entries(chooser)
    known = "99.25% of the validation pictures correct"
    assert shipped == f"LeNet-5 · comes with cnnviz · {known}"
    assert "Convnet 32-64-128 · trained here: run 2, epoch 3, batch 123" in trained
    assert "50.00%" in trained
    assert file.startswith("LeNet-5 · opened from A && B <b>")
    assert len(file) < 90
    assert file.replace("…", "").isprintable()
    assert opens == "Open a network or weights…"
    checked = [one.isChecked() for one in menu(chooser).actions() if one.isCheckable()]
    assert checked == [True, False, False]


def test_that_what_answers_is_named_in_plain_text(chooser: NetworkChooser) -> None:
    label = chooser.findChild(QLabel, "network_line")
    assert label is not None
    assert button(chooser).text() == "LeNet-5"
    assert "99.25%" in label.text()
    assert "99.25%" in button(chooser).accessibleName()
    assert button(chooser).toolTip()
    chooser.render_state(ALL, FILE, FILE)
    assert "<b>" in label.text()
    chooser.render_state(ALL, TRAINED, SHIPPED)  # it is still being made ready
    assert "comes with cnnviz" in label.text()
    assert menu(chooser).actions()[2].isChecked()


def test_that_the_keyboard_chooses(chooser: NetworkChooser, qtbot: QtBot) -> None:
    button(chooser).setFocus()
    with qtbot.waitSignal(menu(chooser).aboutToShow):
        qtbot.keyClick(button(chooser), Qt.Key.Key_Space)
    keys = menu(chooser)
    qtbot.keyClick(keys, Qt.Key.Key_Down)
    qtbot.keyClick(keys, Qt.Key.Key_Down)
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.keyClick(keys, Qt.Key.Key_Return)
    assert chosen.args == [TRAINED]


def test_that_the_mouse_chooses(chooser: NetworkChooser, qtbot: QtBot) -> None:
    shown = menu(chooser)
    shown.popup(button(chooser).mapToGlobal(button(chooser).rect().bottomLeft()))
    file = next(one for one in shown.actions() if one.text().startswith("LeNet-5 · op"))
    place = shown.actionGeometry(file).center()
    with qtbot.waitSignal(chooser.chosen) as chosen:
        qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [FILE]


def test_that_a_file_is_asked_for_without_holding_up_the_window(
    chooser: NetworkChooser, qtbot: QtBot
) -> None:
    menu(chooser).actions()[-1].trigger()
    dialog = chooser.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(chooser.file_chosen) as chosen:
        dialog.fileSelected.emit("/somewhere/mine.safetensors")
    assert chosen.args == ["/somewhere/mine.safetensors"]
    dialog.reject()


def test_that_a_long_list_does_not_widen_the_page(chooser: NetworkChooser) -> None:
    many = tuple(
        CurrentNetwork(LENET, {}, "trained", 0.5, run=1, epoch=1, step=step)
        for step in range(1, 60)
    )
    width = chooser.minimumSizeHint().width()
    chooser.render_state((SHIPPED, *many), many[-1], many[-1])
    assert chooser.minimumSizeHint().width() == width
    assert len(entries(chooser)) == 61


@pytest.mark.parametrize("width", [150, 220, 300, 420, 560, 900])
def test_that_less_is_said_before_anything_is_cut(
    chooser: NetworkChooser, width: int
) -> None:
    chooser.resize(width, 40)
    chooser.render_state(ALL, TRAINED, SHIPPED)
    label = chooser.findChild(FittingLabel, "network_line")
    assert label is not None
    assert "99.25%" in label.text()
    needed = QFontMetrics(label.fitted_font()).horizontalAdvance(label.text())
    assert needed <= max(label.width(), 60)


def test_that_the_words_follow_the_language(chooser: NetworkChooser) -> None:
    before = entries(chooser)
    QCoreApplication.sendEvent(chooser, QEvent(QEvent.Type.LanguageChange))
    assert entries(chooser) == before
    assert np.array(
        [one.isChecked() for one in menu(chooser).actions() if one.isCheckable()]
    ).tolist() == [True, False, False]
    assert QApplication.activePopupWidget() is None


def test_that_what_cannot_answer_cannot_be_chosen_and_says_why(qtbot: QtBot) -> None:
    made = NetworkChooser(only_answering=True)
    qtbot.addWidget(made)
    alexnet = CurrentNetwork(network("alexnet"), None, "untrained")
    made.render_state((SHIPPED, alexnet), SHIPPED, SHIPPED)
    first, second = menu(made).actions()[0], menu(made).actions()[2]
    assert (first.isEnabled(), second.isEnabled()) == (True, False)
    assert "3 × 224 × 224" in second.toolTip()
    assert menu(made).toolTipsVisible()


def test_that_a_network_that_comes_trained_on_photographs_can_be_chosen(
    qtbot: QtBot,
) -> None:
    (photos,) = (one for one in shipped_networks() if one.network.name == "cifar10")
    made = NetworkChooser(only_answering=True)
    qtbot.addWidget(made)
    made.render_state((SHIPPED, photos), SHIPPED, SHIPPED)
    action = menu(made).actions()[1]
    assert action.isEnabled()
    with qtbot.waitSignal(made.chosen) as chosen:
        action.trigger()
    assert chosen.args == [photos]


def test_that_a_changed_network_says_so_in_its_name(chooser: NetworkChooser) -> None:
    changed = CurrentNetwork(LENET, {}, "changed", original=SHIPPED)
    chooser.render_state((*ALL, changed), changed, changed)
    assert button(chooser).text() == "LeNet-5, changed"


def test_that_the_over_fitted_lenet5_is_an_entry_of_its_own(qtbot: QtBot) -> None:
    usual, other, *_ = shipped_networks()
    assert other.weights_name == "lenet5-over-fit"
    assert usual.key != other.key
    made = NetworkChooser(only_answering=True)
    qtbot.addWidget(made)
    made.render_state((usual, other), usual, usual)
    lines = entries(made)
    assert lines[0].startswith("LeNet-5 · comes with cnnviz")
    assert lines[1].startswith("LeNet-5, over-fitted (1,000 pictures) · comes")
    with qtbot.waitSignal(made.chosen) as chosen:
        menu(made).actions()[1].trigger()
    assert chosen.args == [other]
    changed = replace(other, origin="changed", original=other)
    title = "LeNet-5, over-fitted (1,000 pictures), changed"
    assert network_title(changed) == title
