"""What stands around the formula of the output size."""

from PySide6.QtCore import QCoreApplication

from cnnviz.engine.convolution.size_formula import Formulas
from cnnviz.engine.convolution.window_geometry import WindowGeometry
from cnnviz.pages.convolution.model.coverage import unreached_counts
from cnnviz.ui.numbers import whole


def formula_lines(formulas: Formulas) -> list[str]:
    """Return the formula that has numbers; where there are two, each under what it is of."""
    translate = QCoreApplication.translate
    if not formulas.rows or formulas.rows == formulas.columns:
        return [formulas.columns]
    rows = [translate("SizeCard", "Height:"), formulas.rows]
    return [*rows, translate("SizeCard", "Width:"), formulas.columns]


def letter_words(letters: str) -> str:
    """Return what the letters of a formula stand for, one after the other."""
    translate = QCoreApplication.translate
    words = {
        "n": translate("SizeCard", "n input"),
        "k": translate("SizeCard", "k kernel"),
        "w": translate("SizeCard", "k window"),
        "p": translate("SizeCard", "p padding"),
        "d": translate("SizeCard", "d dilation"),
        "s": translate("SizeCard", "s stride"),
        "o": translate("SizeCard", "o output padding"),
    }
    return ", ".join(
        words[letter].replace(" ", "\N{NO-BREAK SPACE}") for letter in letters
    )


def unreached_words(geometry: WindowGeometry) -> str:
    """Return what the window never reaches, in a sentence; empty when that is nothing."""
    found = unreached_counts(geometry)
    if not (found.rows or found.columns):
        return ""
    translate = QCoreApplication.translate
    counts = translate("SizeCard", "Rows never reached: {rows}; columns: {columns}")
    text = counts.format(rows=whole(found.rows), columns=whole(found.columns))
    if geometry.grid_hw[0] == 1 == geometry.kernel[0]:
        counts = translate("SizeCard", "Cells never reached: {count}")
        text = counts.format(count=whole(found.columns))
    if found.between:
        why = translate("SizeCard", "the window jumps over them")
    else:
        why = translate(
            "SizeCard", "the last ones, because the division is rounded down"
        )
    return f"{text} ({why})"
