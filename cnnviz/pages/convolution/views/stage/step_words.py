"""What the status line says of a step."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.numbers import full


def step_text(state: LabState) -> str:
    """Say which cell is made, and its number; empty where there is no step."""
    walk, outcome, translate = state.walk, state.outcome, QCoreApplication.translate
    if walk is None or outcome is None:
        return ""
    row, column = walk.cell
    text = translate("ConvolutionPage", "Row {row}, column {column}: {value}")
    if state.settings.operation == "signal":
        text = translate("ConvolutionPage", "Position {column}: {value}")
    return text.format(row=row + 1, column=column + 1, value=full(outcome.output))
