"""What the parts of a training step are called, and what they say."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.messages.marking import QT_TRANSLATE_NOOP
from cnnviz.engine.training.one_step.updates import UpdateTerm
from cnnviz.pages.train.model.step_state import StepPart, StepState
from cnnviz.ui.class_text import class_word
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.numbers import short, whole

_CONTEXT: Final = "StepWords"

_PARTS: Final[Mapping[StepPart, tuple[str, str]]] = {
    "forward": (
        QT_TRANSLATE_NOOP("StepWords", "1 Forward"),
        QT_TRANSLATE_NOOP("StepWords", "What each layer makes of the picture"),
    ),
    "loss": (
        QT_TRANSLATE_NOOP("StepWords", "2 Loss"),
        QT_TRANSLATE_NOOP("StepWords", "How far the answer is from the right one"),
    ),
    "backward": (
        QT_TRANSLATE_NOOP("StepWords", "3 Backward"),
        QT_TRANSLATE_NOOP("StepWords", "How the loss changes with each number"),
    ),
    "kernel": (
        QT_TRANSLATE_NOOP("StepWords", "4 Kernel"),
        QT_TRANSLATE_NOOP("StepWords", "How the loss changes with each weight"),
    ),
    "update": (
        QT_TRANSLATE_NOOP("StepWords", "5 Update"),
        QT_TRANSLATE_NOOP("StepWords", "What the optimizer makes of the gradient"),
    ),
}

_TERMS: Final[Mapping[str, str]] = {
    "gradient": QT_TRANSLATE_NOOP("StepWords", "gradient"),
    "decayed": QT_TRANSLATE_NOOP("StepWords", "with weight decay"),
    "velocity": QT_TRANSLATE_NOOP("StepWords", "velocity"),
    "nesterov": QT_TRANSLATE_NOOP("StepWords", "looking ahead"),
    "mean": QT_TRANSLATE_NOOP("StepWords", "mean gradient"),
    "square": QT_TRANSLATE_NOOP("StepWords", "mean square"),
    "corrected_mean": QT_TRANSLATE_NOOP("StepWords", "mean, corrected"),
    "corrected_square": QT_TRANSLATE_NOOP("StepWords", "square, corrected"),
    "shrunk": QT_TRANSLATE_NOOP("StepWords", "weight, decayed"),
    "direction": QT_TRANSLATE_NOOP("StepWords", "direction"),
    "moved": QT_TRANSLATE_NOOP("StepWords", "mean square of steps"),
    "step": QT_TRANSLATE_NOOP("StepWords", "step"),
    "weight": QT_TRANSLATE_NOOP("StepWords", "new weight"),
}


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def part_title(part: StepPart) -> str:
    """Return what a part of the step is called."""
    return _translated(_PARTS[part][0])


def part_tip(part: StepPart) -> str:
    """Return what is seen there."""
    return _translated(_PARTS[part][1])


def term_name(term: UpdateTerm) -> str:
    """Return what a term of an update is called."""
    return _translated(_TERMS[term.key])


def term_formula(term: UpdateTerm) -> str:
    """Return how a term is made, with its numbers."""
    numbers = {name: short(value) for name, value in term.numbers.items()}
    return term.formula.format(**numbers)


def kernel_title(state: StepState) -> str:
    """Return which kernel is looked at, or the weights of which unit."""
    gradient = state.gradient()
    if gradient is None:
        return ""
    layer, output = layer_label(state.layer), whole(gradient.output + 1)
    if gradient.input_map is None:
        text = _translated(
            QT_TRANSLATE_NOOP(
                "StepWords", "{layer}: weights of unit {unit}, laid out in rows"
            )
        )
        return text.format(layer=layer, unit=output)
    text = _translated(
        QT_TRANSLATE_NOOP(
            "StepWords", "{layer}: kernel from map {input} to map {output}"
        )
    )
    return text.format(layer=layer, input=whole(gradient.input_map + 1), output=output)


def kernel_meaning(state: StepState) -> str:
    """Return how the gradient of these weights is made."""
    gradient = state.gradient()
    if gradient is None:
        return ""
    if gradient.input_map is None:
        text = QT_TRANSLATE_NOOP(
            "StepWords", "Each number that is read, times the gradient of the unit."
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "StepWords",
            "The gradient of the output map is laid on the input map as a kernel: each "
            "place gives the gradient of one weight.",
        )
    return _translated(text)


def loss_sentence(state: StepState) -> str:
    """Return what the loss is, and of what."""
    if state.answer is None:
        return ""
    step = state.answer.opened
    label = int(step.labels_n[0])
    probability = float(step.loss.probabilities_nk[0, label])
    if step.config.label_smoothing:
        text = QT_TRANSLATE_NOOP(
            "StepWords",
            "The right class, {label}, gets the probability {probability}. With label "
            "smoothing every class adds to the loss: {loss}.",
        )
    else:
        text = QT_TRANSLATE_NOOP(
            "StepWords",
            "The right class, {label}, gets the probability {probability}. The loss is "
            "−ln {probability} = {loss}.",
        )
    return _translated(text).format(
        label=class_word(step.network.labels, label),
        probability=short(probability),
        loss=short(step.loss.value),
    )
