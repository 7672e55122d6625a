"""The sum as text and as LaTeX, with all digits, for the clipboard."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.activation.kinds import ActivationKind
from cnnviz.engine.convolution.expression import ChannelPart, SumExpression
from cnnviz.engine.images.numbers.number_text import with_signs
from cnnviz.ui.unit_view.unit import Unit

_POSITIONAL: Final = (1e-6, 1e16)
"""Between these a number is written without a power of ten."""

_IN_LATEX: Final = {
    "relu": r"\operatorname{ReLU}",
    "leaky_relu": r"\operatorname{LeakyReLU}",
    "sigmoid": r"\sigma",
    "tanh": r"\tanh",
}

_FUNCTIONS_IN_LATEX: Final = {"max": r"\max", "min": r"\min"}


@dataclass(frozen=True, slots=True)
class _Notation:
    """How the pieces of a formula are written."""

    number: Callable[[float], str]
    times: str
    opening: str
    closing: str

    def factor(self, value: float) -> str:
        """Write a number inside a sum: a negative one in brackets."""
        text = self.number(value)
        return f"{self.opening}{text}{self.closing}" if value < 0 else text

    def added(self, values: Sequence[float]) -> str:
        """Return numbers with pluses between them."""
        return " + ".join(map(self.factor, values))


def exact(value: float) -> str:
    """Write a number with the seven digits that a float32 is sure of; whole ones whole.

    Further digits of a sum would be those of rounding: 0.3 is not exactly 0.3.

    Examples
    --------
    >>> exact(0.1), exact(1234567), exact(-1e-9), exact(-281.759979)
    ('0.1', '1234567', '-1e-9', '-281.76')
    """
    single = np.float32(value)
    if single != np.rint(single):
        single = np.float32(f"{value:.7g}")
    if single == 0:
        return "0"
    if _POSITIONAL[0] <= abs(single) < _POSITIONAL[1]:
        return np.format_float_positional(single, trim="-")
    return np.format_float_scientific(single, trim="-", exp_digits=1).replace("e+", "e")


def as_text(unit: Unit, parts: Sequence[ChannelPart]) -> str:
    """Return the sum as plain text: a line for each of ``parts``, and the last sum."""
    notation = _Notation(_text_number, "×", "(", ")")
    lines = []
    if len(unit.expression.parts) > 1:
        for part in parts:
            total = notation.number(part.total)
            inside = _inside(unit.expression, part, notation)
            lines.append(f"{unit.mark(part.channel)}: {inside} = {total}")
    lines.append(_last_sum(unit, notation))
    if unit.walk.activation.kind != "none":
        lines.append(_activated_text(unit))
    return "\n".join(lines)


def as_latex(unit: Unit, parts: Sequence[ChannelPart]) -> str:
    """Return the sum for LaTeX's math mode; several lines stand in ``aligned``."""
    notation = _Notation(_latex_number, r" \times ", r"\left(", r"\right)")
    lines = []
    if len(unit.expression.parts) > 1:
        for part in parts:
            total = notation.number(part.total)
            inside = _inside(unit.expression, part, notation)
            lines.append(rf"S_{{{_index(unit, part)}}} &= {inside} = {total}")
    last = _last_sum(unit, notation)
    if unit.walk.activation.kind == "none" and not lines:
        return last
    lines.append(rf"z &= {last}")
    if unit.walk.activation.kind != "none":
        lines.append(rf"y &= {_activated_latex(unit)}")
    body = " \\\\\n".join(lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"


def _last_sum(unit: Unit, notation: _Notation) -> str:
    """Return the line that ends in the number before the activation."""
    if len(unit.expression.parts) > 1:
        inside = notation.added([part.total for part in unit.expression.parts])
    else:
        inside = _inside(unit.expression, unit.expression.parts[0], notation)
    if unit.expression.bias:
        inside = f"{inside} + {notation.factor(unit.expression.bias)}"
    return f"{inside} = {notation.number(unit.outcome.total)}"


def _inside(written: SumExpression, part: ChannelPart, notation: _Notation) -> str:
    is_latex = notation.opening != "("
    if part.weights_hw is not None:
        values = part.values_hw.ravel().tolist()
        pairs = zip(values, part.weights_hw.ravel().tolist(), strict=True)
        return " + ".join(
            f"{notation.factor(value)}{notation.times}{notation.factor(weight)}"
            for value, weight in pairs
        )
    values = _counted(part)
    if written.function:
        listed = list_separator().join(map(notation.number, values))
        name = written.function
        if is_latex:
            name = _FUNCTIONS_IN_LATEX.get(name, rf"\operatorname{{{name}}}")
        return f"{name}{notation.opening}{listed}{notation.closing}"
    added = notation.added(values)
    if written.divisor is None:
        return added
    if is_latex:
        return rf"\frac{{{added}}}{{{written.divisor}}}"
    return f"({added}) / {written.divisor}"


def function_name(kind: ActivationKind) -> str:
    """Return what an activation is called in a formula; all but one are names anywhere."""
    if kind == "sigmoid":
        return QCoreApplication.translate("SumText", "sigmoid")
    return ACTIVATIONS[kind].title


def list_separator() -> str:
    """Return what stands between the numbers of a list: never a decimal comma."""
    return "; " if QLocale().decimalPoint() == "," else ", "


def _counted(part: ChannelPart) -> list[float]:
    counted: list[float] = part.values_hw[~part.absent_hw].tolist()
    return counted


def _activated_text(unit: Unit) -> str:
    outcome, kind = unit.outcome, unit.walk.activation.kind
    at, output = _text_number(outcome.total), _text_number(outcome.output)
    if kind == "softmax":
        powers = [f"e^{_bracketed(each)}" for each in (outcome.total, *outcome.others)]
        return f"{powers[0]} / ({' + '.join(powers)}) = {output}"
    slope = ""
    if kind == "leaky_relu":
        slope = f"[{_text_number(unit.walk.activation.slope)}]"
    return f"{function_name(kind)}{slope}({at}) = {output}"


def _activated_latex(unit: Unit) -> str:
    outcome, kind = unit.outcome, unit.walk.activation.kind
    at, output = _latex_number(outcome.total), _latex_number(outcome.output)
    if kind == "softmax":
        totals = (outcome.total, *outcome.others)
        powers = [f"e^{{{_latex_number(each)}}}" for each in totals]
        return rf"\frac{{{powers[0]}}}{{{' + '.join(powers)}}} = {output}"
    slope = ""
    if kind == "leaky_relu":
        slope = f"_{{{_latex_number(unit.walk.activation.slope)}}}"
    return rf"{_IN_LATEX[kind]}{slope}\left({at}\right) = {output}"


def _bracketed(value: float) -> str:
    text = _text_number(value)
    return f"({text})" if value < 0 else text


def _index(unit: Unit, part: ChannelPart) -> str:
    name = unit.mark(part.channel)
    return rf"\mathrm{{{name}}}" if len(name) == 1 else str(part.channel + 1)


def _text_number(value: float) -> str:
    return with_signs(exact(value), QLocale().decimalPoint())


def _latex_number(value: float) -> str:
    mantissa, _, power = exact(value).partition("e")
    # In math mode a bare comma is followed by a space: braces take it away.
    point = QLocale().decimalPoint()
    text = mantissa.replace(".", "{,}" if point == "," else ".")
    return rf"{text} \times 10^{{{power}}}" if power else text
