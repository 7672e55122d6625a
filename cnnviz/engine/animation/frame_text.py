"""What a frame says: title, place, the sum with its numbers, the size of the output."""

from dataclasses import dataclass, replace

import numpy as np

from cnnviz.engine.animation.labels import AnimationLabels
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
class Word:
    """A piece of a sum that is not broken.

    Attributes
    ----------
    text
        How it is written.
    cell
        Of a product, or a number of a pooling: its cell of the kernel.
    after
        What stands between it and the next.
    """

    text: str
    cell: Pair | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class FrameText:
    """What a frame says.

    Attributes
    ----------
    place
        Which step, and which output cell.
    sum
        That of the channel that is drawn.
    channels
        The sums of all input channels put together; empty where there is one only.
    """

    place: str
    sum: tuple[Word, ...]
    channels: str = ""

    @property
    def sum_text(self) -> str:
        """The whole sum as one line."""
        return "".join(word.text + word.after for word in self.sum)


def title_parts(operation: Operation, words: AnimationLabels) -> list[str]:
    """Return what is done, then each setting by itself.

    Examples
    --------
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> pooling = Pooling(np.zeros((1, 4, 4)), PoolSpec(size=(2, 2)))
    >>> title_parts(pooling, AnimationLabels())
    ['Pooling: max 2 × 2', 'stride 2']
    """
    title = operation.title()
    size = " × ".join(map(str, title.kernel))
    if title.rule:
        size = f"{words.named(title.rule)} {size}"
    return [f"{words.named(title.name)}: {size}", *_settings(title, words)]


def _settings(title: Title, words: AnimationLabels) -> list[str]:
    parts = [words.say("stride", number=_numbers(title.stride))]
    if any(title.padding):
        is_signal = len(title.stride) == 1
        amounts = _sides(title.padding, words, is_signal=is_signal)
        mode = "" if title.mode == "zeros" else f" {words.say(title.mode)}"
        parts.append(words.say("padding", number=amounts) + mode)
    if max(title.dilation) > 1:
        parts.append(words.say("dilation", number=_numbers(title.dilation)))
    return parts


def _sides(padding: tuple[int, ...], words: AnimationLabels, *, is_signal: bool) -> str:
    """Return how much is added where: opposite sides that are equal are one number."""
    if len(padding) == 4 and padding[0] == padding[1] and padding[2] == padding[3]:
        padding = padding[0], padding[2]
    if len(set(padding)) == 1 or (len(padding) == 2 and not is_signal):
        return _numbers(padding)
    sides = "two_ends" if is_signal else "four_sides"
    return words.say(sides, numbers=", ".join(map(str, padding)))


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
    place = words.say(
        "signal_step" if is_flat else "step",
        step=walk.position + 1,
        steps=walk.steps,
        row=row + 1,
        column=column + 1,
    )
    step = walk.step
    expression, result = walk.operation.expression(step), _result(walk, step, words)
    if not expression.is_written:
        return FrameText(place, (Word(_in_words(walk, expression, result, words)),))
    part = expression.parts[channel]
    if expression.function:
        head, between = f"{expression.function}(", words.list_separator
        return FrameText(place, _sum(head, part, between, f") = {result}", words))
    if expression.divisor is not None:
        tail = f") / {expression.divisor} = {result}"
        return FrameText(place, _sum("(", part, " + ", tail, words))
    bias = f"{words.say('bias')} {words.factor(step.bias, 6)}" if step.bias else ""
    if len(expression.parts) == 1:
        tail = f" + {bias} = {result}" if bias else f" = {result}"
        return FrameText(place, _sum("", part, " + ", tail, words))
    # With as many digits as their total: else they seem to come to another number.
    sums = [words.factor(each.total, 6) for each in expression.parts]
    sums += [bias] if bias else []
    mark = words.channel_mark(part.channel, len(walk.operation.input_chw))
    tail = f" = {words.number(part.total, 6)}"
    return FrameText(
        place,
        _sum(f"{mark}: ", part, " + ", tail, words),
        f"{' + '.join(sums)} = {result}",
    )


def _sum(
    head: str, part: ChannelPart, between: str, tail: str, words: AnimationLabels
) -> tuple[Word, ...]:
    """Return the products of a channel, or its numbers that count, and what is around."""
    weights = part.weights_hw
    products = []
    for cell in np.ndindex(*part.size):
        text = words.factor(float(part.values_hw[cell]))
        if weights is not None:
            text = f"{text}×{words.factor(float(weights[cell]))}"
        elif part.absent_hw[cell]:
            continue
        products.append(Word(text, cell, between))
    products[-1:] = [replace(last, after="") for last in products[-1:]]
    return (*([Word(head)] if head else []), *products, Word(tail))


def _in_words(
    walk: Walk, expression: SumExpression, result: str, words: AnimationLabels
) -> str:
    """Say what is done with a window of too many numbers to write them out."""
    own = [int((~outside).sum()) for outside in outside_cells(walk.step, walk.geometry)]
    count = words.say("all_numbers", count=own[0] * own[1])
    if expression.divisor is not None:
        return f"{words.say('sum')}({count}) / {expression.divisor} = {result}"
    return f"{words.named(expression.function or 'sum')}({count}) = {result}"


def _result(walk: Walk, step: AnyStep, words: AnimationLabels) -> str:
    """Return the total, and what the activation makes of it."""
    outcome = walk.outcome_of(step)
    total = words.number(outcome.total, 6)
    kind = walk.activation.kind
    if kind == "none":
        return total
    return f"{total} → {ACTIVATIONS[kind].title} → {words.number(outcome.output, 6)}"
