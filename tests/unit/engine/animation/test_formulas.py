"""The formula of the output's size, as an animation writes it."""

import numpy as np

from cnnviz.engine.animation.captions import size_formulas
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.convolution.operations import Convolution, SignalConvolution
from cnnviz.engine.convolution.spec import ConvSpec, SignalSpec


def test_that_equal_rows_and_columns_have_one_formula() -> None:
    square = Convolution(
        np.zeros((1, 5, 5)), np.ones((1, 1, 3, 3)), ConvSpec(kernel=(3, 3))
    )
    assert size_formulas(square, AnimationLabels()) == (square.size_formulas().rows,)


def test_that_rows_and_columns_are_named_where_they_differ() -> None:
    wide = Convolution(
        np.zeros((1, 5, 9)), np.ones((1, 1, 3, 3)), ConvSpec(kernel=(3, 3))
    )
    formulas = wide.size_formulas()
    words = AnimationLabels(texts={"rows": "linhas", "columns": "colunas"})
    written = size_formulas(wide, words)
    assert written == (f"linhas: {formulas.rows}", f"colunas: {formulas.columns}")


def test_that_a_signal_has_a_formula_of_its_length() -> None:
    signal = SignalConvolution(np.zeros(7), np.ones(3), SignalSpec())
    assert size_formulas(signal, AnimationLabels()) == (signal.size_formulas().columns,)
