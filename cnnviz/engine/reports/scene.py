"""A drawing of lines, areas and texts, written as SVG or painted as PNG."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final, Literal

from PIL import Image, ImageDraw

from cnnviz.engine.animation.text import draw_text, text_width

Point = tuple[float, float]
Colour = tuple[int, int, int]
Anchor = Literal["start", "middle", "end"]

_PAINTED: Final = 4
"""Painted so many times larger, and half of that is kept: twice the size, smooth."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: Sequence[Point]
    colour: Colour
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    points: Sequence[Point]
    colour: Colour


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose base line begins, ends or is centred at a point."""

    at: Point
    text: str
    colour: Colour
    size: int = 12
    anchor: Anchor = "start"


@dataclass(frozen=True, slots=True)
class Scene:
    """What is drawn, in this order, on a white ground of so many units.

    Attributes
    ----------
    title
        What it shows, for whoever cannot see it.
    """

    width: int
    height: int
    title: str
    shapes: Sequence[Line | Area | Label]


def to_svg(scene: Scene) -> str:
    """Return a drawing as the text of an SVG file, which may stand in a page, too."""
    size = f'width="{scene.width}" height="{scene.height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
        f'viewBox="0 0 {scene.width} {scene.height}" role="img" '
        'font-family="Inter, DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif">',
        f"<title>{escape(scene.title)}</title>",
        f'<rect {size} fill="#ffffff"/>',
        *map(_svg, scene.shapes),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _svg(shape: Line | Area | Label) -> str:
    match shape:
        case Line(points, colour, width):
            return (
                f'<polyline points="{_places(points)}" fill="none" '
                f'stroke="{_hex(colour)}" stroke-width="{width:g}" '
                'stroke-linejoin="round" stroke-linecap="round"/>'
            )
        case Area(points, colour):
            return f'<polygon points="{_places(points)}" fill="{_hex(colour)}"/>'
        case Label((x, y), text, colour, size, anchor):
            return (
                f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" '
                f'fill="{_hex(colour)}" text-anchor="{anchor}">{escape(text)}</text>'
            )


def _places(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _hex(colour: Colour) -> str:
    return f"#{bytes(colour).hex()}"


def to_png(scene: Scene) -> bytes:
    """Return a drawing as the bytes of a PNG file, two pixels a unit."""
    large = (scene.width * _PAINTED, scene.height * _PAINTED)
    image = Image.new("RGB", large, "white")
    brush = ImageDraw.Draw(image)
    for shape in scene.shapes:
        match shape:
            case Line(points, colour, width):
                at = [(x * _PAINTED, y * _PAINTED) for x, y in points]
                brush.line(at, colour, round(width * _PAINTED), joint="curve")
            case Area(points, colour):
                brush.polygon([(x * _PAINTED, y * _PAINTED) for x, y in points], colour)
            case Label():
                _write(image, shape)
    image = image.resize((scene.width * 2, scene.height * 2), Image.Resampling.BOX)
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


def _write(image: Image.Image, label: Label) -> None:
    size = label.size * _PAINTED
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor]
    x = label.at[0] * _PAINTED - share * text_width(label.text, size)
    # A line of text is written from its top, where letters stand a size below it.
    y = label.at[1] * _PAINTED - size
    draw_text(image, (x, y), label.text, size, label.colour)
