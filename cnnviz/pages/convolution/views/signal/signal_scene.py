"""All that the bars of a convolution in one dimension show at one moment."""

import math
from dataclasses import dataclass

from PySide6.QtGui import QColor

from cnnviz.pages.convolution.model.signal_picture import SignalPicture
from cnnviz.pages.convolution.views.signal.signal_geometry import RowName, SignalView
from cnnviz.ui.unit_view.layers import weight_hues


@dataclass(frozen=True, slots=True)
class Spot:
    """A bar: its row, and its number in that row, counted from 0.

    In the signal's row the number is the place, negative in the padding before it.
    """

    row: RowName
    index: int


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """All that is painted at one moment.

    ``position`` is ``None`` where the kernel does not fit: signal and kernel alone.
    """

    picture: SignalPicture
    view: SignalView
    position: int | None
    start: float
    turned: float
    whole: bool
    hovered: Spot | None = None
    selected: Spot | None = None
    is_editable: bool = True

    @property
    def size(self) -> int:
        """How many numbers the kernel has."""
        return len(self.picture.kernel_k)

    @property
    def hues(self) -> tuple[QColor, ...]:
        """The hue of each place of the window."""
        return weight_hues(1, len(self.picture.kernel_k))[0]


def place_of(scene: Scene, spot: Spot) -> float:
    """Return the place on the common axis at which a bar stands."""
    match spot.row:
        case "signal":
            return spot.index
        case "output":
            return scene.picture.middle(spot.index)
        case _:
            return scene.start + spot.index


def number_of(scene: Scene, spot: Spot) -> float:
    """Return the number that a bar shows."""
    picture = scene.picture
    match spot.row:
        case "signal":
            return picture.value(spot.index)
        case "kernel":
            return float(picture.kernel_k[spot.index])
        case "products":
            return float(picture.products(scene.position or 0)[spot.index])
        case "output":
            return float(picture.output_m[spot.index])


def spot_at(scene: Scene, x: float, y: float) -> Spot | None:
    """Return the bar under a pixel, anywhere in its row's height; or none."""
    view, picture = scene.view, scene.picture
    row = view.row_at(y)
    if row is None or not view.left <= x < view.right:
        return None
    place = view.place(x)
    if row == "signal":
        inside = picture.first <= place < picture.end
        return Spot(row, math.floor(place)) if inside else None
    if row in ("kernel", "products"):
        index = math.floor(place - scene.start)
        if scene.position is None and row == "products":
            return None
        return Spot(row, index) if 0 <= index < scene.size else None
    if not len(picture.output_m):
        return None
    position = picture.position_near(place - 0.5)
    near = abs(picture.middle(position) + 0.5 - place) <= max(0.5, picture.stride / 2)
    return Spot(row, position) if near else None


def is_known(scene: Scene, spot: Spot) -> bool:
    """Whether a bar's number is on the screen: an output to come is covered."""
    if spot.row != "output" or scene.whole or scene.position is None:
        return True
    return spot.index <= scene.position


def top_of(scene: Scene, spot: Spot) -> tuple[float, float]:
    """Return the middle of a bar's upper edge."""
    left, top, width, _ = scene.view.bar(
        spot.row, place_of(scene, spot), number_of(scene, spot)
    )
    return left + width / 2, top
