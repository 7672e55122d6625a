"""Fields made from their table: a toy one too, where they stand, and for whom."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QSlider,
    QSpinBox,
    QWidget,
)

from cnnviz.pages.convolution.model.fields import FIELDS, Field, table
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    initial_settings,
)
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.presenters.settings_commands import SettingsCommands
from cnnviz.pages.convolution.views.inspector.fields.field_form import FieldForm
from cnnviz.pages.convolution.views.inspector.fields.steady_note import SteadyNote
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.state.level import level_of
from cnnviz.state.store import Store
from cnnviz.ui.i18n import Translation
from tests.helpers.lab_cases import picture

Lab = Any

SPREAD = Field(
    key="spread",
    kind="pair",
    path="dilation",
    operations=("convolution",),
    level="everything",
    range=(1, 20),
    typed=(0, 50),
    slider_end=9,
    codes=("dilation_too_small", "kernel_larger_than_padded_input"),
    label="Spread",
    meaning="Distance between",
    undo="Change spread",
    names=("Down", "Right", "Both"),
)


@pytest.fixture
def translation() -> Iterator[Translation]:
    made = Translation()
    yield made
    made.apply("en")


def test_that_a_toy_setting_in_the_table_has_a_widget_and_a_slider(qtbot: Any) -> None:
    store, undo = Store(initial_settings()), QUndoStack()
    fields = table(*FIELDS.values(), SPREAD)
    parent = QWidget()
    qtbot.addWidget(parent)
    commands = SettingsCommands(store, undo, parent, fields)
    form = FieldForm(fields, "window", commands, parent)

    form.render_state(LabState(store.state, picture(1, 9, 7)))
    slider = form.findChild(QSlider, "spread_slider")
    assert slider is not None
    assert (slider.minimum(), slider.maximum()) == (1, 3)
    slider.setValue(2)

    assert store.state.dilation == (2, 2)
    assert undo.undoText() == "Change spread"
    form.render_state(LabState(store.state, picture(1, 9, 7)))
    spin = form.findChild(QSpinBox, "spread_h")
    assert spin is not None
    assert (spin.value(), spin.minimum(), spin.maximum()) == (2, 0, 50)
    assert spin.toolTip() == "Right. Distance between"


def places(inspector: Inspector) -> dict[str, QPoint]:
    """Return where every shown control stands, once the layouts have come to rest."""
    inspector.grab()
    kinds = (QAbstractSpinBox, QAbstractSlider, QAbstractButton, QComboBox)
    return {
        widget.objectName(): widget.mapTo(inspector, QPoint())
        for kind in kinds
        for widget in inspector.findChildren(kind)
        if widget.isVisible()
        and widget.objectName()
        and not widget.objectName().startswith(("section_", "fix_"))  # below
    }


AVERAGE = PoolSettings(kind="average")
STEADY: list[tuple[dict[str, Any], str, list[tuple[str, Any]]]] = [
    ({}, "window", [("flip", True), ("padding", "same"), ("padding", (1, 2, 3, 4))]),
    ({}, "window", [("padding", "full"), ("padding_mode", "reflect")]),
    ({}, "window", [("stride", (0, 1)), ("padding", (-1, 0, 0, 0))]),
    ({"operation": "transposed"}, "window", [("flip", True)]),
    (
        {"operation": "pooling", "pooling": AVERAGE},
        "window",
        [
            ("pool_global", True),
            ("pool_global", False),
            ("pool_follows", False),
            ("pool_counts", False),
            ("pool_kind", "max"),
        ],
    ),
    ({"operation": "signal"}, "signal", [("signal_flip", False)]),
    ({}, "after", [("activation", kind) for kind in ("leaky_relu", "softmax", "none")]),
]


@pytest.mark.parametrize("language", ["en", "pt_BR"])
@pytest.mark.parametrize(("asked", "tab", "changes"), STEADY)
def test_that_no_change_of_a_setting_moves_another_field(
    lab: Lab,
    translation: Translation,
    language: str,
    asked: dict[str, Any],
    tab: str,
    changes: list[tuple[str, Any]],
) -> None:
    translation.apply(language)
    settings: LabSettings = replace(initial_settings(), **asked)
    lab.walk.commands.apply(settings)
    lab.walk.commands.set("kernels", 3)
    inspector = lab.find(Inspector, "inspector")
    inspector.open_section(tab)
    before = places(inspector)
    assert len(before) >= 4

    for key, value in changes:
        lab.walk.commands.set(key, value)
        after = places(inspector)
        moved = {
            name: (before[name], at) for name, at in after.items() if name in before
        }
        moved = {name: at for name, at in moved.items() if at[0] != at[1]}
        assert moved == {}, (key, value)
        before |= after


@pytest.mark.parametrize("language", ["en", "pt_BR"])
def test_that_a_note_has_room_for_all_that_it_may_say(
    lab: Lab, translation: Translation, language: str
) -> None:
    translation.apply(language)
    for operation, key in (("convolution", "flip"), ("signal", "signal_flip")):
        lab.walk.commands.set("operation", operation)
        note = lab.reach(QLabel, f"{key}_note")
        texts = set()
        for flip in (True, False):
            lab.walk.commands.set(key, flip)
            lab.find(Inspector, "inspector").grab()
            texts.add(note.text())
            assert note.heightForWidth(note.width()) <= note.height()
        assert len(texts) == 2


def test_that_each_field_says_from_which_level_on_it_is_shown(lab: Lab) -> None:
    names = {
        "pair": "{}_slider",
        "padding": "{}_slider",
        "choice": "{}_combo",
        "flag": "{}_check",
        "whole": "{}",
        "number": "{}_spin",
    }
    looked_at = 0
    for field in FIELDS.values():
        if field.label and field.key != "operation":
            widget = lab.find(QWidget, names[field.kind].format(field.key))
            assert level_of(widget) == field.level, field.key
            looked_at += 1
    assert looked_at > 20


@pytest.mark.parametrize("width", [60, 120, 300])
def test_that_a_note_is_as_high_as_its_longest_text_whichever_it_shows(
    qtbot: Any, width: int
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    note = SteadyNote(parent)
    with qtbot.waitExposed(parent):
        parent.show()
    note.show()
    note.set_texts(("Short", "Long enough for several lines " * 4, "Two of them"))
    note.resize(40, note.height())
    note.resize(width, note.height())

    heights = set()
    for number in (0, 1, 2):
        note.show_text(number)
        heights.add(note.height())

    plain = QLabel("Long enough for several lines " * 4, parent)
    plain.setFont(note.font())
    plain.setWordWrap(True)
    assert heights == {plain.heightForWidth(width)}
