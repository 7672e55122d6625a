"""What the stages of the preparation are called, do, and did to a drawing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.images.preparation import Preparation, Stage
from cnnviz.ui.class_text import class_word
from cnnviz.ui.numbers import sure_percent, whole
from cnnviz.ui.texts import filled

translate = QCoreApplication.translate


def stage_title(stage: Stage) -> str:
    """Return what a stage is called."""
    match stage:
        case "spots":
            return translate("StageWords", "Leave out spots")
        case "crop":
            return translate("StageWords", "Crop to the drawing")
        case "fit":
            return translate("StageWords", "Fit in 20 × 20")
        case "smooth":
            return translate("StageWords", "Smooth edges")
        case "range":
            return translate("StageWords", "Full value range")
        case "centre":
            return translate("StageWords", "Centre of mass")


def stage_tip(stage: Stage) -> str:
    """Return what a stage does, and what happens without it."""
    match stage:
        case "spots":
            return translate(
                "StageWords",
                "What is far from the digit and small beside it is left out. Without: "
                "every speck counts as ink.",
            )
        case "crop":
            return translate(
                "StageWords",
                "The smallest box around the ink is cut out: where you draw is "
                "forgotten. Without: the whole sheet goes on.",
            )
        case "fit":
            return translate(
                "StageWords",
                "The longer side of the box becomes 20 pixels: how large you draw is "
                "forgotten. Without: the sheet's own scale, 28 pixels for its side.",
            )
        case "smooth":
            return translate(
                "StageWords",
                "Anti-aliasing: each pixel is the mean of all that it covers. Without: "
                "it is one of them, so edges are jagged and thin lines break.",
            )
        case "range":
            return translate(
                "StageWords",
                "The strongest ink becomes 255, as in MNIST. Without: thin lines and "
                "faint pencil stay faint.",
            )
        case "centre":
            return translate(
                "StageWords",
                "The centre of mass is moved to the middle of 28 × 28, as in MNIST. "
                "Without: the middle of the box lies there.",
            )


def stage_figures(stage: Stage, done: Preparation, *, on: bool) -> str:
    """Return what a stage did, in figures, or what there is without it."""
    match stage:
        case "spots" if not on:
            return translate("StageWords", "Spots stay")
        case "spots":
            return spots_words(len(done.spots))
        case "crop":
            return size_words(done.cropped_hw.shape)
        case "fit":
            return size_words(done.rough_hw.shape)
        case "smooth":
            levels = len(set(done.smooth_hw.ravel().tolist()))
            text = translate("StageWords", "{count} grey {count|level|levels}")
            return filled(text, count=levels)
        case "range":
            strongest = whole(int(done.smooth_hw.max()))
            return f"{strongest} → {whole(int(done.fitted_hw.max()))}"
        case "centre":
            return shift_words(done.shift)


def spots_words(count: int) -> str:
    """Return how many spots were left out."""
    if count == 0:
        return translate("StageWords", "No spots")
    if count == 1:
        return translate("StageWords", "One spot left out")
    text = translate("StageWords", "{count} spots left out")
    return text.format(count=whole(count))


def size_words(shape_hw: Sequence[int]) -> str:
    """Return rows and columns."""
    return " × ".join(map(whole, shape_hw))


def shift_words(shift: tuple[int, int]) -> str:
    """Return how far the centre of mass moved a digit: ``3 rows down``."""
    down, right = shift
    words = []
    if down:
        text = (
            translate("StageWords", "{count} {count|row|rows} down")
            if down > 0
            else translate("StageWords", "{count} {count|row|rows} up")
        )
        words.append(filled(text, count=abs(down)))
    if right:
        text = (
            translate("StageWords", "{count} {count|column|columns} right")
            if right > 0
            else translate("StageWords", "{count} {count|column|columns} left")
        )
        words.append(filled(text, count=abs(right)))
    return ", ".join(words) or translate("StageWords", "Not moved")


def read_words(labels: Sequence[str], best: int, share: float | None) -> str:
    """Return what is read and how sure that is: ``7 (98.2%)``."""
    label = class_word(labels, best)
    return label if share is None else f"{label} ({sure_percent(share)})"
