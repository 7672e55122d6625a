"""What the first exercise says: the question, and what became of the answer."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from cnnviz.pages.convolution.model.first.exercise_state import ExerciseState
from cnnviz.ui.numbers import short
from cnnviz.ui.texts import filled


def exercise_title(title: str) -> str:
    """Return what the kernel of an exercise is called."""
    return QCoreApplication.translate("Exercises", title)


def spoken(state: ExerciseState) -> tuple[str, str]:
    """Return the sentence of the page, and the line below it."""
    translate = QCoreApplication.translate
    if state.is_asked:
        return (
            translate("ExerciseWords", "Which number comes next?"),
            translate(
                "ExerciseWords",
                "Multiply each cell in the window by the weight of its colour; then add.",
            ),
        )
    value = state.exercise.value(state.position)
    if state.said is None:
        said = translate("ExerciseWords", "The sum is {value}.")
    elif state.is_right:
        said = translate("ExerciseWords", "Right: it is {value}!")
    else:
        said = translate("ExerciseWords", "Not quite: it is {value}, not {said}.")
    guess = 0 if state.said is None else state.said
    sentence = said.format(value=short(value), said=short(guess))
    return sentence, sum_in_words(state)


def sum_in_words(state: ExerciseState) -> str:
    """Return the sum of a cell, with the products that are not 0 written out."""
    translate = QCoreApplication.translate
    step = state.exercise.step(state.position)
    terms, zeros = [], 0
    for index, product in np.ndenumerate(step.products_chw):
        if product:
            weight = short(float(step.kernel_chw[index]))
            weight = f"({weight})" if step.kernel_chw[index] < 0 else weight
            terms.append(f"{short(float(step.window_chw[index]))} × {weight}")
        else:
            zeros += 1
    if not terms:
        return translate("ExerciseWords", "All nine products are 0, so the sum is 0.")
    made = f"{' + '.join(terms)} = {short(state.exercise.value(state.position))}"
    if not zeros:
        return made
    rest = translate(
        "ExerciseWords", "{sum}; the other {zeros} {zeros|product is|products are} 0."
    )
    return filled(rest, sum=made, zeros=zeros)


def invitation() -> tuple[str, str]:
    """Return what is said when every cell is known."""
    translate = QCoreApplication.translate
    return (
        translate("ExerciseWords", "That is a convolution. Now yours!"),
        translate(
            "ExerciseWords", "Draw a picture, and see a kernel move across all of it."
        ),
    )


def place_words(state: ExerciseState) -> str:
    """Return which cell is looked at, among how many."""
    text = QCoreApplication.translate("ExerciseWords", "Cell {cell} of {cells}")
    return filled(text, cell=state.position + 1, cells=state.cells)
