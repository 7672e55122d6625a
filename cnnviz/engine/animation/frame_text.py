"""What a frame says: title, place, the sum with its numbers, the size of the output."""

from dataclasses import dataclass

import numpy as np

from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.numbers import as_factor, written
from cnnviz.engine.convolution.activation.functions import ACTIVATIONS
from cnnviz.engine.convolution.expression import (
    ChannelPart,
    SumExpression,
    outside_cells,
)
from cnnviz.engine.convolution.operations import AnyStep, Operation, Title
from cnnviz.engine.convolution.spec import Pair
from cnnviz.engine.convolution.walk import Walk


@dataclass(frozen=True, slots=True)
class Product:
    """A product of a sum, or a number of a pooling, and its cell of the kernel."""

    text: str
    cell: Pair


@dataclass(frozen=True, slots=True)
class FrameText:
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


def title(operation: Operation, words: AnimationLabels) -> str:
    """Return what is done, and how, in one line.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> title(Pooling(np.zeros((1, 4, 4)), PoolSpec(size=(2, 2))), AnimationLabels())
    'Pooling: max 2 × 2, stride 2'
    """
    return ", ".join(title_parts(operation, words))


def title_parts(operation: Operation, words: AnimationLabels) -> list[str]:
    """Return what is done, then each setting by itself."""
    title = operation.title()
    size = " × ".join(map(str, title.kernel))
    if title.rule:
        size = f"{words.rule(title.rule)} {size}"
    return [f"{words.operation(title.name)}: {size}", *_settings(title, words)]


def _settings(title: Title, words: AnimationLabels) -> list[str]:
    parts = [words.stride.format(number=_numbers(title.stride))]
    if any(title.padding):
        is_signal = len(title.stride) == 1
        amounts = _sides(title.padding, words, is_signal=is_signal)
        text = words.padding.format(number=amounts)
        parts.append(f"{text} {words.padding_mode(title.mode)}".rstrip())
    if max(title.dilation) > 1:
        parts.append(words.dilation.format(number=_numbers(title.dilation)))
    return parts


def _sides(padding: tuple[int, ...], words: AnimationLabels, *, is_signal: bool) -> str:
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


def story(walk: Walk, words: AnimationLabels, channel: int = 0) -> FrameText:
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
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> walk = Walk(Pooling(np.arange(16.0).reshape(1, 4, 4), PoolSpec(size=(2, 2))))
    >>> story(walk, AnimationLabels()).sum_text
    'max(0, 1, 4, 5) = 5'
    """
    row, column = walk.cell
    is_flat = walk.operation.traits.is_flat
    place = (words.signal_step if is_flat else words.step).format(
        step=walk.position + 1, steps=walk.steps, row=row + 1, column=column + 1
    )
    step = walk.step
    expression, result = walk.operation.expression(step), _result(walk, step, words)
    if not expression.is_written:
        return FrameText(place, "", (), "", _in_words(walk, expression, result, words))
    part = expression.parts[channel]
    numbers = _numbers_of(part, words)
    if expression.function:
        between, tail = words.list_separator, f") = {result}"
        return FrameText(place, f"{expression.function}(", numbers, between, tail)
    if expression.divisor is not None:
        tail = f") / {expression.divisor} = {result}"
        return FrameText(place, "(", numbers, " + ", tail)
    bias = f"{words.bias} {as_factor(step.bias, words, 6)}" if step.bias else ""
    if len(expression.parts) == 1:
        added = f" + {bias}" if bias else ""
        return FrameText(place, "", numbers, " + ", f"{added} = {result}")
    # With as many digits as their total: else they seem to come to another number.
    sums = [as_factor(each.total, words, 6) for each in expression.parts]
    sums += [bias] if bias else []
    mark = words.channel_mark(part.channel, len(walk.operation.input_chw))
    return FrameText(
        place=place,
        head=f"{mark}: ",
        products=numbers,
        separator=" + ",
        tail=f" = {written(part.total, words, 6)}",
        channels=f"{' + '.join(sums)} = {result}",
    )


def _numbers_of(part: ChannelPart, words: AnimationLabels) -> tuple[Product, ...]:
    """Return the products of a channel, or its numbers that count."""
    cells = np.ndindex(*part.size)
    weights = part.weights_hw
    if weights is None:
        return tuple(
            Product(as_factor(float(part.values_hw[cell]), words), cell)
            for cell in cells
            if not part.absent_hw[cell]
        )
    return tuple(
        Product(
            f"{as_factor(float(part.values_hw[cell]), words)}×"
            f"{as_factor(float(weights[cell]), words)}",
            cell,
        )
        for cell in cells
    )


def _in_words(
    walk: Walk, expression: SumExpression, result: str, words: AnimationLabels
) -> str:
    """Say what is done with a window of too many numbers to write them out."""
    own = [int((~outside).sum()) for outside in outside_cells(walk.step, walk.sweep)]
    count = words.all_numbers.format(count=own[0] * own[1])
    if expression.divisor is not None:
        return f"{words.sum}({count}) / {expression.divisor} = {result}"
    return f"{words.rule(expression.function or 'sum')}({count}) = {result}"


def _result(walk: Walk, step: AnyStep, words: AnimationLabels) -> str:
    """Return the total, and what the activation makes of it."""
    outcome = walk.outcome_of(step)
    total = written(outcome.total, words, 6)
    kind = walk.activation.kind
    if kind == "none":
        return total
    return f"{total} → {ACTIVATIONS[kind].title} → {written(outcome.output, words, 6)}"
