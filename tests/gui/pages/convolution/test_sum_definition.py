"""The definition as a third view of the same step."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from cnnviz.ui.unit_view.sum.sum_definition import SumDefinition
from cnnviz.ui.unit_view.sum.sum_terms import SumTerms

Lab = Any


def test_that_the_indices_follow_the_step_and_the_kernel_its_turn(lab: Lab) -> None:
    button = lab.find(QToolButton, "definition_button")
    view = lab.page.findChild(SumDefinition)
    here, general = (
        lab.find(QLabel, "definition_here"),
        lab.find(QLabel, "definition_general"),
    )
    assert not view.isVisible()

    lab.bot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert view.isVisible()
    lab.walk.go_to_cell(4, 7)
    assert here.text().startswith("y[4, 7] = Σₘ Σₙ x[4 + m, 7 + n]")
    assert general.text().startswith("Correlation")
    lab.walk.advance()
    assert here.text().startswith("y[4, 8]")

    lab.walk.commands.set("flip", True)
    assert general.text().startswith("True convolution")
    assert here.text().startswith("y[4, 8] = Σₘ Σₙ x[6 − m, 10 − n]")

    lab.walk.commands.set("operation", "signal")
    assert "y[" in here.text()
    assert "Σₙ" not in here.text()
    lab.walk.commands.set("operation", "pooling")
    assert not button.isVisible()
    lab.walk.commands.set("operation", "convolution")

    button.setFocus(Qt.FocusReason.TabFocusReason)
    lab.bot.keyClick(button, Qt.Key.Key_Space)
    assert not view.isVisible()
    assert lab.page.findChild(SumTerms).isVisible()
