"""The sum as text and as LaTeX, with all digits, for the clipboard."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    "max": r"\max",
    "min": r"\min",
}


@dataclass(frozen=True, slots=True)
class _Notation:
    """How the pieces of a formula are written; each ``{}`` is a place for another."""

    number: Callable[[float], str]
    exponent: Callable[[float], str]
    name: Callable[[str], str]
    times: str
    bracketed: str
    power: str
    slope: str
    mean: str
    share: str

    def factor(self, value: float) -> str:
        """Write a number inside a sum: a negative one in brackets."""
        text = self.number(value)
        return self.bracketed.format(text) if value < 0 else text

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
    sums = _channel_sums(unit, parts, _TEXT)
    lines = [f"{unit.mark(part.channel)}: {added}" for part, added in sums]
    lines.append(_last_sum(unit, _TEXT))
    if unit.walk.activation.kind != "none":
        lines.append(_activated(unit, _TEXT))
    return "\n".join(lines)


def as_latex(unit: Unit, parts: Sequence[ChannelPart]) -> str:
    """Return the sum for LaTeX's math mode; several lines stand in ``aligned``."""
    sums = _channel_sums(unit, parts, _LATEX)
    lines = [rf"S_{{{_index(unit, part)}}} &= {added}" for part, added in sums]
    last, is_plain = _last_sum(unit, _LATEX), unit.walk.activation.kind == "none"
    if is_plain and not lines:
        return last
    lines.append(rf"z &= {last}")
    if not is_plain:
        lines.append(rf"y &= {_activated(unit, _LATEX)}")
    body = " \\\\\n".join(lines)
    return f"\\begin{{aligned}}\n{body}\n\\end{{aligned}}"


def _channel_sums(
    unit: Unit, parts: Sequence[ChannelPart], notation: _Notation
) -> Iterator[tuple[ChannelPart, str]]:
    """Yield the sum of each part, where the whole has several."""
    if len(unit.expression.parts) > 1:
        for part in parts:
            inside = _inside(unit.expression, part, notation)
            yield part, f"{inside} = {notation.number(part.total)}"


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
    if part.weights_hw is not None:
        values = part.values_hw.ravel().tolist()
        pairs = zip(values, part.weights_hw.ravel().tolist(), strict=True)
        return " + ".join(
            f"{notation.factor(value)}{notation.times}{notation.factor(weight)}"
            for value, weight in pairs
        )
    counted: list[float] = part.values_hw[~part.absent_hw].tolist()
    if written.function:
        listed = list_separator().join(map(notation.number, counted))
        return notation.name(written.function) + notation.bracketed.format(listed)
    added = notation.added(counted)
    if written.divisor is None:
        return added
    return notation.mean.format(added, written.divisor)


def _activated(unit: Unit, notation: _Notation) -> str:
    """Return the line that ends in the number after the activation."""
    outcome, activation = unit.outcome, unit.walk.activation
    output = notation.number(outcome.output)
    if activation.kind == "softmax":
        powers = [
            notation.power.format(notation.exponent(each))
            for each in (outcome.total, *outcome.others)
        ]
        return f"{notation.share.format(powers[0], ' + '.join(powers))} = {output}"
    name = notation.name(activation.kind)
    if activation.kind == "leaky_relu":
        name += notation.slope.format(notation.number(activation.slope))
    at = notation.bracketed.format(notation.number(outcome.total))
    return f"{name}{at} = {output}"


def function_name(kind: ActivationKind) -> str:
    """Return what an activation is called in a formula; all but one are names anywhere."""
    if kind == "sigmoid":
        return QCoreApplication.translate("SumText", "sigmoid")
    return ACTIVATIONS[kind].title


def list_separator() -> str:
    """Return what stands between the numbers of a list: never a decimal comma."""
    return "; " if QLocale().decimalPoint() == "," else ", "


def _index(unit: Unit, part: ChannelPart) -> str:
    name = unit.mark(part.channel)
    return rf"\mathrm{{{name}}}" if len(name) == 1 else str(part.channel + 1)


def _text_number(value: float) -> str:
    return with_signs(exact(value), QLocale().decimalPoint())


def _text_factor(value: float) -> str:
    return _TEXT.factor(value)


def _text_name(name: str) -> str:
    kinds: Mapping[str, ActivationKind] = {kind: kind for kind in ACTIVATIONS}
    return function_name(kinds[name]) if name in kinds else name


def _latex_number(value: float) -> str:
    mantissa, _, power = exact(value).partition("e")
    # In math mode a bare comma is followed by a space: braces take it away.
    point = QLocale().decimalPoint()
    text = mantissa.replace(".", "{,}" if point == "," else ".")
    return rf"{text} \times 10^{{{power}}}" if power else text


def _latex_name(name: str) -> str:
    return _IN_LATEX.get(name, rf"\operatorname{{{name}}}")


_TEXT: Final = _Notation(
    _text_number,
    exponent=_text_factor,
    name=_text_name,
    times="×",
    bracketed="({})",
    power="e^{}",
    slope="[{}]",
    mean="({}) / {}",
    share="{} / ({})",
)
_LATEX: Final = _Notation(
    _latex_number,
    exponent=_latex_number,
    name=_latex_name,
    times=r" \times ",
    bracketed=r"\left({}\right)",
    power="e^{{{}}}",
    slope="_{{{}}}",
    mean=r"\frac{{{}}}{{{}}}",
    share=r"\frac{{{}}}{{{}}}",
)
