"""Where the window stands and what it makes there, in one line."""

from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.numbers import full


def step_words(state: LabState) -> str:
    """Return place and number of a step; nothing where there is no walk."""
    walk, outcome = state.walk, state.outcome
    if walk is None or outcome is None:
        return ""
    translate = QCoreApplication.translate
    text = translate("StepWords", "Row {row}, column {column}: {value}")
    if state.settings.operation == "signal":
        text = translate("StepWords", "Position {column}: {value}")
    row, column = walk.cell
    return text.format(row=row + 1, column=column + 1, value=full(outcome.output))
