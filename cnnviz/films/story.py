"""What a frame says: title, place, the sum with its numbers, the size of the output."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cnnviz.convolution.activations import ActivationKind
from cnnviz.convolution.operations import (
    AnyStep,
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.convolution.pool_stepping import PoolStep
from cnnviz.convolution.spec import Pair
from cnnviz.convolution.stepping import Step
from cnnviz.convolution.walk import Walk
from cnnviz.films.numbers import as_factor, written
from cnnviz.films.words import FilmWords

if TYPE_CHECKING:
    from cnnviz.convolution.padding import Array

FUNCTIONS: dict[ActivationKind, str] = {
    "relu": "ReLU",
    "leaky_relu": "leaky ReLU",
    "sigmoid": "sigmoid",
    "tanh": "tanh",
    "softmax": "softmax",
}


@dataclass(frozen=True, slots=True)
class Term:
    """One number or product of a sum, and the cell of the kernel that it belongs to."""

    text: str
    cell: Pair


@dataclass(frozen=True, slots=True)
class Story:
    """What a frame says.

    Attributes
    ----------
    place
        Which step, and which output cell.
    head, terms, separator, tail
        The sum of the channel that is drawn: ``head term separator term ... tail``.
    channels
        The sums of all input channels put together; empty where there is one only.
    """

    place: str
    head: str
    terms: tuple[Term, ...]
    separator: str
    tail: str
    channels: str = ""

    @property
    def sum_text(self) -> str:
        """The whole sum as one line."""
        inner = self.separator.join(term.text for term in self.terms)
        return f"{self.head}{inner}{self.tail}"


def title(operation: Operation, words: FilmWords) -> str:
    """Return what is done, and how.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.convolution.pooling import PoolSpec
    >>> title(Pooling(np.zeros((1, 4, 4)), PoolSpec(size=(2, 2))), FilmWords())
    'Pooling: max 2 × 2, stride 2'
    """
    sweep = operation.sweep
    padding: tuple[int, ...]
    size = f"{sweep.kernel[0]} × {sweep.kernel[1]}"
    match operation:
        case Convolution():
            flip = operation.spec.flip
            name = words.true_convolution if flip else words.convolution
            padding = (sweep.top, sweep.bottom, sweep.left, sweep.right)
            parts = _parts(sweep.stride, padding, sweep.dilation, words)
        case TransposedConvolution():
            spec = operation.spec
            name = words.transposed
            parts = _parts(spec.stride, spec.padding, spec.dilation, words)
        case Pooling():
            name, kind = words.pooling, operation.spec.kind
            size = f"{words.pool_kind(kind)} {size}"
            parts = _parts(sweep.stride, operation.spec.padding, (1, 1), words)
        case SignalConvolution():
            name, size = words.signal_convolution, str(sweep.kernel[1])
            padding = (sweep.left, sweep.right)
            parts = _parts((sweep.stride[1],), padding, (1,), words)
    return ", ".join([f"{name}: {size}", *parts])


def _parts(
    stride: tuple[int, ...],
    padding: tuple[int, ...],
    dilation: tuple[int, ...],
    words: FilmWords,
) -> list[str]:
    parts = [words.stride.format(number=_numbers(stride))]
    if any(padding):
        parts.append(words.padding.format(number=_numbers(padding)))
    if max(dilation) > 1:
        parts.append(words.dilation.format(number=_numbers(dilation)))
    return parts


def _numbers(amounts: tuple[int, ...]) -> str:
    """Return equal numbers as one."""
    return str(amounts[0]) if len(set(amounts)) == 1 else ", ".join(map(str, amounts))


def story(walk: Walk, words: FilmWords, channel: int = 0) -> Story:
    """Return what the frame of a walk's position says.

    Parameters
    ----------
    walk
        At the step to be told.
    words
        In which language.
    channel
        Which channel of the step is drawn, counted among its own.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.convolution.pooling import PoolSpec
    >>> walk = Walk(Pooling(np.arange(16.0).reshape(1, 4, 4), PoolSpec(size=(2, 2))))
    >>> story(walk, FilmWords()).sum_text
    'max(0, 1, 4, 5) = 5'
    """
    row, column = walk.cell
    is_signal = isinstance(walk.operation, SignalConvolution)
    place = (words.signal_step if is_signal else words.step).format(
        step=walk.position + 1, steps=walk.steps, row=row + 1, column=column + 1
    )
    step = walk.step
    if isinstance(step, PoolStep):
        return _pooled(walk, step, place, words)
    if isinstance(step, Step) and len(step.kernel_chw) > 1:
        return _channel_by_channel(walk, step, place, words, channel)
    bias = step.bias if isinstance(step, Step) else 0.0
    added = f" + {words.bias} {as_factor(bias, words)}" if bias else ""
    tail = f"{added} = {_result(walk, words)}"
    return Story(place, "", _products(step, 0, words), " + ", tail)


def _channel_by_channel(
    walk: Walk, step: Step, place: str, words: FilmWords, channel: int
) -> Story:
    name = words.channel.format(channel=step.first_channel + channel + 1)
    part = written(float(step.channel_sums_c[channel]), words, 6)
    sums = [as_factor(float(number), words) for number in step.channel_sums_c]
    if step.bias:
        sums.append(f"{words.bias} {as_factor(step.bias, words)}")
    return Story(
        place=place,
        head=f"{name}: ",
        terms=_products(step, channel, words),
        separator=" + ",
        tail=f" = {part}",
        channels=f"{' + '.join(sums)} = {_result(walk, words)}",
    )


def _products(step: AnyStep, channel: int, words: FilmWords) -> tuple[Term, ...]:
    window: Array
    kernel: Array
    if isinstance(step, Step):
        window, kernel = step.window_chw[channel], step.kernel_chw[channel]
    else:
        assert not isinstance(step, PoolStep)
        window, kernel = step.window_k[np.newaxis], step.kernel_k[np.newaxis]
    rows, columns = kernel.shape
    return tuple(
        Term(
            f"{as_factor(float(window[i, j]), words)}×"
            f"{as_factor(float(kernel[i, j]), words)}",
            (i, j),
        )
        for i in range(rows)
        for j in range(columns)
    )


def _pooled(walk: Walk, step: PoolStep, place: str, words: FilmWords) -> Story:
    rows, columns = step.window_hw.shape
    terms = tuple(
        Term(as_factor(float(step.window_hw[i, j]), words), (i, j))
        for i in range(rows)
        for j in range(columns)
        if step.inside_hw[i, j]
    )
    result = _result(walk, words)
    if step.winner is not None:
        assert isinstance(walk.operation, Pooling)
        return Story(
            place, f"{walk.operation.spec.kind}(", terms, ", ", f") = {result}"
        )
    if isinstance(walk.operation, Pooling) and walk.operation.spec.kind == "sum":
        return Story(place, "", terms, " + ", f" = {result}")
    return Story(place, "(", terms, " + ", f") / {step.divisor} = {result}")


def _result(walk: Walk, words: FilmWords) -> str:
    """Return the total, and what the activation makes of it."""
    outcome = walk.outcome
    total = written(outcome.total, words, 6)
    kind = walk.activation.kind
    if kind == "none":
        return total
    return f"{total} → {FUNCTIONS[kind]} → {written(outcome.output, words, 6)}"
