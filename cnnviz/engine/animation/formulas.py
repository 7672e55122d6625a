"""The size of the output, with the numbers put into the formula."""

from cnnviz.engine.animation.words import FilmWords
from cnnviz.engine.convolution.operations import Operation


def size_formula(operation: Operation, words: FilmWords) -> str:
    """Return the formula of the output's rows and columns, once where both are equal.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(3, 3), stride=(2, 2), padding=(1, 1))
    >>> same = Convolution(np.zeros((1, 6, 6)), np.ones((1, 1, 3, 3)), spec)
    >>> size_formula(same, FilmWords())
    '⌊(6 + 2·1 − 1·(3−1) − 1) / 2⌋ + 1 = 3'
    """
    return "      ".join(size_formulas(operation, words))


def size_formulas(operation: Operation, words: FilmWords) -> tuple[str, ...]:
    """Return the formulas of rows and of columns, or the one where both are equal."""
    formulas = operation.size_formulas()
    if formulas.rows in ("", formulas.columns):
        return (formulas.columns,)
    return (
        f"{words.rows}: {formulas.rows}",
        f"{words.columns}: {formulas.columns}",
    )
