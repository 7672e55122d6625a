"""What stands on every frame of an animation: title, headings, and what is said below."""

from cnnviz.engine.animation.frame_text import title_parts
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.layout import Type
from cnnviz.engine.animation.text import text_width, wrapped
from cnnviz.engine.convolution.dependencies import unreached
from cnnviz.engine.convolution.operations import Operation
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.convolution.window_geometry import WindowGeometry


def title_lines(
    operation: Operation, place: str, kind: Type, words: AnimationLabels
) -> tuple[tuple[str, ...], bool]:
    """Return the title, and whether the step has to be told below it."""
    parts = title_parts(operation, words)
    room = kind.inner - text_width(place, kind.text) - kind.margin
    if text_width(", ".join(parts), kind.title) <= room:
        return (", ".join(parts),), False
    return wrapped(parts, kind.title, kind.inner), True


def headings(
    walk: Walk, channel: int, words: AnimationLabels
) -> tuple[list[str], list[str]]:
    """Return the parts of what input and output are called; ``channel`` is drawn."""
    operation = walk.operation
    stretched = walk.geometry.stretch != (1, 1)
    height, width = walk.geometry.grid_hw
    given = [words.say("stretched" if stretched else "input"), f"{height} × {width}"]
    channels = len(operation.input_chw)
    if channels > 1:
        given.append(words.channel_mark(channel, channels))
    rows, columns = walk.output_hw
    made = [words.say("output"), f"{rows} × {columns}"]
    if operation.outputs > 1:
        number = walk.output_channel
        made.append(
            words.channel_mark(number, channels)
            if operation.traits.keeps_channels
            else words.say("channel", channel=number + 1)
        )
    return given, made


def footer(
    operation: Operation, kind: Type, words: AnimationLabels, *, is_whole: bool
) -> tuple[str, ...]:
    """Return the lines below the sum: formula, what is not reached or not drawn."""
    formulas = size_formulas(operation, words)
    beside = "      ".join(formulas)
    if text_width(beside, kind.small) <= kind.inner:
        formulas = (beside,)
    texts = [*formulas, unreached_words(operation, words)]
    if not is_whole:
        texts.append(_around(operation, words))
    lines = [wrapped([text], kind.small, kind.inner) for text in texts if text]
    return tuple(line for text in lines for line in text)


def size_formulas(operation: Operation, words: AnimationLabels) -> tuple[str, ...]:
    """Return the formulas of rows and of columns, or the one where both are equal.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.operations import Convolution
    >>> from cnnviz.engine.convolution.spec import ConvSpec
    >>> spec = ConvSpec(kernel=(3, 3), stride=(2, 2), padding=(1, 1))
    >>> same = Convolution(np.zeros((1, 6, 6)), np.ones((1, 1, 3, 3)), spec)
    >>> size_formulas(same, AnimationLabels())
    ('⌊(6 + 2·1 − 1·(3−1) − 1) / 2⌋ + 1 = 3',)
    """
    formulas = operation.size_formulas()
    if formulas.rows in ("", formulas.columns):
        return (formulas.columns,)
    return (
        f"{words.say('rows')}: {formulas.rows}",
        f"{words.say('columns')}: {formulas.columns}",
    )


def unreached_words(operation: Operation, words: AnimationLabels) -> str:
    """Return how much no window ever reaches; empty when that is nothing."""
    rows, columns = _unreached_counts(operation.geometry)
    if not rows and not columns:
        return ""
    if operation.traits.is_flat:
        return words.say("unreached_numbers", count=columns)
    return words.say("unreached", rows=rows, columns=columns)


def _unreached_counts(geometry: WindowGeometry) -> tuple[int, int]:
    """Return how many rows and columns of the drawn grid are crossed out."""
    lost = unreached(geometry)
    counts = []
    for lines, before, size, after in (
        (lost.rows, geometry.top, geometry.grid_hw[0], geometry.bottom),
        (lost.columns, geometry.left, geometry.grid_hw[1], geometry.right),
    ):
        drawn = (lines >= -before) & (lines < size + after)
        counts.append(int(drawn.sum()))
    return counts[0], counts[1]


def _around(operation: Operation, words: AnimationLabels) -> str:
    height, width = operation.geometry.grid_hw
    if operation.traits.is_flat:
        return words.say("around_signal", count=width)
    return words.say("around", rows=height, columns=width)
