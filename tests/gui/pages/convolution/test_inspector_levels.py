"""From which level on each control of the inspector is shown."""

from typing import Any, get_args

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from cnnviz.pages.convolution.model.lab_settings import OperationKind
from cnnviz.pages.convolution.views.inspector.inspector import SECTIONS, Inspector
from cnnviz.state.level import Level, level_of
from cnnviz.ui.controls.section_head import SectionHead

Lab = Any
KINDS = (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTableView,
)
FIRST_LOOK: dict[OperationKind, str] = {
    "convolution": "kernel_combo kernel_size_slider stride_slider padding_slider",
    "transposed": "kernel_combo kernel_size_slider transposed_stride_slider",
    "pooling": "pool_kind_combo pool_size_slider pool_stride_slider",
    "signal": "signal_combo signal_kernel_combo",
}


def controls(lab: Lab) -> list[QWidget]:
    """Return what a hand sets something with, in every tab."""
    inspector = lab.find(Inspector, "inspector")
    return [
        part
        for part in inspector.findChildren(QWidget)
        if isinstance(part, KINDS)
        and part.objectName()
        and not part.objectName().startswith("qt_")
        and not isinstance(part, QScrollBar)
    ]


def test_that_every_control_of_the_inspector_declares_its_level(lab: Lab) -> None:
    found = controls(lab)

    assert len(found) > 60
    assert {part.objectName() for part in found if level_of(part) is None} == set()


@pytest.mark.parametrize("operation", list(FIRST_LOOK))
def test_that_little_of_the_inspector_is_there_at_first_look(
    lab: Lab, operation: OperationKind
) -> None:
    lab.walk.commands.set("operation", operation)
    inspector, shown = lab.find(Inspector, "inspector"), []
    for tab in SECTIONS[operation]:
        inspector.open_section(tab)
        shown += [
            part.objectName()
            for part in controls(lab)
            if level_of(part) == "first"
            and part.isVisible()
            and not isinstance(part, SectionHead)
        ]

    assert shown == FIRST_LOOK[operation].split()


def test_that_nothing_lies_in_what_is_shown_from_a_later_level_on(lab: Lab) -> None:
    levels = get_args(Level)
    for part in lab.find(Inspector, "inspector").findChildren(QWidget):
        holder = part.parentWidget()
        assert holder is not None
        if (level := level_of(part)) and (around := level_of(holder)):
            names = holder.objectName(), part.objectName()
            assert levels.index(around) <= levels.index(level), names


def test_that_a_section_is_named_from_the_level_on_at_which_it_holds_something(
    lab: Lab,
) -> None:
    heads = lab.find(Inspector, "inspector").findChildren(SectionHead)

    levels = {head.objectName(): level_of(head) for head in heads}
    assert levels == {
        "section_input": "standard",
        "section_kernel": "first",
        "section_window": "first",
        "section_after": "standard",
        "section_signal": "first",
    }
