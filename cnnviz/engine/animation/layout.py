"""Where everything lies on a frame, from the width that was asked for."""

from dataclasses import dataclass

from cnnviz.engine.animation.framing import Framing, framing
from cnnviz.engine.animation.settings import View
from cnnviz.engine.animation.sum_drawing import sum_line
from cnnviz.engine.animation.text import line_height
from cnnviz.engine.convolution.spec import Pair


@dataclass(frozen=True, slots=True)
class Type:
    """Type sizes and distances for one width of frame."""

    width: int

    @property
    def title(self) -> int:
        """Type size of the title."""
        return max(15, round(self.width * 0.024))

    @property
    def text(self) -> int:
        """Type size of the sum."""
        return max(12, round(self.width * 0.018))

    @property
    def small(self) -> int:
        """Type size of headings and notes."""
        return max(11, round(self.width * 0.0145))

    @property
    def margin(self) -> int:
        """Pixels that stay free all around."""
        return max(12, round(self.width * 0.02))

    @property
    def inner(self) -> int:
        """Pixels between the margins."""
        return self.width - 2 * self.margin


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of a grid animation lies, in pixels from the left top.

    Attributes
    ----------
    type
        Sizes and distances.
    height
        Of the whole frame.
    place_y
        Where the step is told: beside the title, or below it.
    heading_y, stage_y, stage_height
        The headings of the input and the output, and what is below them.
    input, output
        How the two large grids are drawn.
    input_xy, output_xy
        Where.
    middle_x, middle_width
        The column of the small grids.
    small_cell, small_tops
        Pixels of their cells, and where each begins, below its heading.
    sum_y, sum_lines, channels_y, formula_y
        The lines below; ``channels_y`` only where there are several channels. The
        formula is followed by what else is to be said.
    """

    type: Type
    height: int
    place_y: int
    heading_y: int
    stage_y: int
    stage_height: int
    input: Framing
    output: Framing
    input_xy: Pair
    output_xy: Pair
    middle_x: int
    middle_width: int
    small_cell: float
    small_tops: tuple[int, ...]
    sum_y: int
    sum_lines: int
    channels_y: int | None
    formula_y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What an animation has to find room for.

    Attributes
    ----------
    title_lines, place_below
        How long it is, and whether the step is told below it.
    heading_lines
        Of the input or of the output, the more of both.
    footer_lines
        The formula, and what else is said below it.
    """

    padded_hw: Pair
    output_hw: Pair
    span: Pair
    kernel: Pair
    small_grids: int
    sum_lines: int
    has_channels: bool
    title_lines: int = 1
    place_below: bool = False
    heading_lines: int = 1
    footer_lines: int = 1


def arrow_width(kind: Type) -> int:
    """Return the pixels between a large grid and the small ones."""
    return max(20, round(kind.width * 0.035))


def large_side(kind: Type) -> int:
    """Return how wide a large grid may be."""
    return (kind.inner - _middle(kind) - 2 * arrow_width(kind)) // 2


def _middle(kind: Type) -> int:
    return round(kind.inner * 0.2)


def lay_out(width: int, view: View, needs: Needs) -> Layout:
    """Find a place for everything."""
    kind = Type(width)
    line, gap = line_height(kind.small), max(8, round(width * 0.012))
    middle, arrow, side = _middle(kind), arrow_width(kind), large_side(kind)
    box = (side, round(width * 0.4))
    near = (needs.span[0] + 2, needs.span[1] + 2)
    framed = framing(needs.padded_hw, box, view, near)
    output = framing(needs.output_hw, box, view, (5, 5))
    place_y = kind.margin + round((kind.title - kind.text) * 0.9)
    heading_y = kind.margin + needs.title_lines * line_height(kind.title) + gap
    if needs.place_below:
        place_y = heading_y - gap + 2
        heading_y += line_height(kind.text) + 2
    stage_y = heading_y + needs.heading_lines * line + 4
    cell = _small_cell(needs, (middle, box[1]), line + gap // 2)
    rows = needs.kernel[0] * cell
    block = round(rows) + line + gap // 2
    stage_height = max(
        framed.size[1], output.size[1], needs.small_grids * block - line, 40
    )
    sum_y = stage_y + stage_height + 2 * gap
    channels_y = sum_y + needs.sum_lines * sum_line(kind.text)
    formula_y = channels_y + needs.has_channels * sum_line(kind.text) + gap // 2
    height = formula_y + needs.footer_lines * (line + 2) + kind.margin
    left, right = kind.margin, kind.margin + side + 2 * arrow + middle
    return Layout(
        type=kind,
        height=height + height % 2,  # odd heights trouble other programs
        place_y=place_y,
        heading_y=heading_y,
        stage_y=stage_y,
        stage_height=stage_height,
        input=framed,
        output=output,
        input_xy=(left + (side - framed.size[0]) // 2, stage_y),
        output_xy=(right + (side - output.size[0]) // 2, stage_y),
        middle_x=kind.margin + side + arrow,
        middle_width=middle,
        small_cell=cell,
        small_tops=tuple(stage_y + grid * block for grid in range(needs.small_grids)),
        sum_y=sum_y,
        sum_lines=needs.sum_lines,
        channels_y=channels_y if needs.has_channels else None,
        formula_y=formula_y,
    )


def _small_cell(needs: Needs, box: Pair, heading: int) -> float:
    rows, columns = needs.kernel
    room = box[1] / needs.small_grids - heading
    cell = min(box[0] / columns, room / rows, 56.0)
    return float(int(cell)) if cell >= 3 else cell
