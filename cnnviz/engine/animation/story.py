"""What a frame says: title, place, the sum with its numbers, the size of the output."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cnnviz.engine.animation.numbers import as_factor, written
from cnnviz.engine.animation.words import FilmWords
from cnnviz.engine.convolution.activations import FUNCTION_NAMES
from cnnviz.engine.convolution.operations import (
    AnyStep,
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pool_stepping import PoolStep
from cnnviz.engine.convolution.pooling import PoolKind
from cnnviz.engine.convolution.spec import PaddingMode, Pair
from cnnviz.engine.convolution.stepping import Step
from cnnviz.engine.convolution.walk import Walk

if TYPE_CHECKING:
    from cnnviz.engine.convolution.padding import Array


@dataclass(frozen=True, slots=True)
class Product:
    """A product of a sum, or a number of a pooling, and its cell of the kernel."""

    text: str
    cell: Pair


@dataclass(frozen=True, slots=True)
class Story:
    """What a frame says.

    Attributes
    ----------
    place
        Which step, and which output cell.
    head, products, separator, tail
        The sum of the channel that is drawn: ``head product separator product ... tail``.
    channels
        The sums of all input channels put together; empty where there is one only.
    """

    place: str
    head: str
    products: tuple[Product, ...]
    separator: str
    tail: str
    channels: str = ""

    @property
    def sum_text(self) -> str:
        """The whole sum as one line."""
        inner = self.separator.join(product.text for product in self.products)
        return f"{self.head}{inner}{self.tail}"


def title(operation: Operation, words: FilmWords) -> str:
    """Return what is done, and how, in one line.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> title(Pooling(np.zeros((1, 4, 4)), PoolSpec(size=(2, 2))), FilmWords())
    'Pooling: max 2 × 2, stride 2'
    """
    return ", ".join(title_parts(operation, words))


def title_parts(operation: Operation, words: FilmWords) -> list[str]:
    """Return what is done, then each setting by itself."""
    sweep = operation.sweep
    padding: tuple[int, ...]
    size = f"{sweep.kernel[0]} × {sweep.kernel[1]}"
    match operation:
        case Convolution():
            flip = operation.spec.flip
            name = words.true_convolution if flip else words.convolution
            padding = (sweep.top, sweep.bottom, sweep.left, sweep.right)
            parts = _parts(sweep.stride, padding, sweep.dilation, words, sweep.mode)
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
    return [f"{name}: {size}", *parts]


def _parts(
    stride: tuple[int, ...],
    padding: tuple[int, ...],
    dilation: tuple[int, ...],
    words: FilmWords,
    mode: PaddingMode = "zeros",
) -> list[str]:
    parts = [words.stride.format(number=_numbers(stride))]
    if any(padding):
        amounts = _sides(padding, words, is_signal=len(stride) == 1)
        text = words.padding.format(number=amounts)
        parts.append(f"{text} {words.padding_mode(mode)}".rstrip())
    if max(dilation) > 1:
        parts.append(words.dilation.format(number=_numbers(dilation)))
    return parts


def _sides(padding: tuple[int, ...], words: FilmWords, *, is_signal: bool) -> str:
    """Return how much is added where: opposite sides that are equal are one number."""
    if len(padding) == 4 and padding[0] == padding[1] and padding[2] == padding[3]:
        padding = padding[0], padding[2]
    if len(set(padding)) == 1 or (len(padding) == 2 and not is_signal):
        return _numbers(padding)
    text = words.two_ends if is_signal else words.four_sides
    return text.format(numbers=", ".join(map(str, padding)))


def _numbers(amounts: tuple[int, ...]) -> str:
    """Return equal numbers as one, others as rows × columns."""
    return str(amounts[0]) if len(set(amounts)) == 1 else " × ".join(map(str, amounts))


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
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
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
    added = f" + {words.bias} {as_factor(step.bias, words, 6)}" if step.bias else ""
    tail = f"{added} = {_result(walk, step, words)}"
    return Story(place, "", _products(step, 0, words), " + ", tail)


def _channel_by_channel(
    walk: Walk, step: Step, place: str, words: FilmWords, channel: int
) -> Story:
    operation = walk.operation
    assert not isinstance(operation, SignalConvolution)
    channels = len(operation.input_chw)
    name = words.channel_mark(step.first_channel + channel, channels)
    part = written(float(step.channel_sums_c[channel]), words, 6)
    # With as many digits as their total: else they seem to come to another number.
    sums = [as_factor(float(number), words, 6) for number in step.channel_sums_c]
    if step.bias:
        sums.append(f"{words.bias} {as_factor(step.bias, words, 6)}")
    return Story(
        place=place,
        head=f"{name}: ",
        products=_products(step, channel, words),
        separator=" + ",
        tail=f" = {part}",
        channels=f"{' + '.join(sums)} = {_result(walk, step, words)}",
    )


def _products(step: AnyStep, channel: int, words: FilmWords) -> tuple[Product, ...]:
    window: Array
    kernel: Array
    if isinstance(step, Step):
        window, kernel = step.window_chw[channel], step.kernel_chw[channel]
    else:
        assert not isinstance(step, PoolStep)
        window, kernel = step.window_k[np.newaxis], step.kernel_k[np.newaxis]
    rows, columns = kernel.shape
    return tuple(
        Product(
            f"{as_factor(float(window[i, j]), words)}×"
            f"{as_factor(float(kernel[i, j]), words)}",
            (i, j),
        )
        for i in range(rows)
        for j in range(columns)
    )


def _pooled(walk: Walk, step: PoolStep, place: str, words: FilmWords) -> Story:
    assert isinstance(walk.operation, Pooling)
    kind, result = walk.operation.spec.kind, _result(walk, step, words)
    if step.is_large:
        return Story(place, "", (), "", _in_words(kind, step, result, words))
    window, inside = step.window_hw, step.inside_hw
    products = tuple(
        Product(as_factor(float(window[i, j]), words), (i, j))
        for i, j in np.ndindex(*step.size)
        if inside[i, j]
    )
    if step.winner is not None:
        return Story(place, f"{kind}(", products, ", ", f") = {result}")
    if kind == "sum":
        return Story(place, "", products, " + ", f" = {result}")
    return Story(place, "(", products, " + ", f") / {step.divisor} = {result}")


def _in_words(kind: PoolKind, step: PoolStep, result: str, words: FilmWords) -> str:
    """Say what is done with a window of too many numbers to write them out."""
    count = words.all_numbers.format(count=step.counted)
    if kind == "average":
        return f"{words.sum}({count}) / {step.divisor} = {result}"
    return f"{words.pool_kind(kind)}({count}) = {result}"


def _result(walk: Walk, step: AnyStep, words: FilmWords) -> str:
    """Return the total, and what the activation makes of it."""
    outcome = walk.outcome_of(step)
    total = written(outcome.total, words, 6)
    kind = walk.activation.kind
    if kind == "none":
        return total
    return f"{total} → {FUNCTION_NAMES[kind]} → {written(outcome.output, words, 6)}"
