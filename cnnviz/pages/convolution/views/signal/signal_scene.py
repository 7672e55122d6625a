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
        return weight_hues(1, self.size)[0]

    @property
    def made(self) -> int:
        """How many cells of the output are on the screen; those to come are covered."""
        if self.whole or self.position is None:
            return len(self.picture.output_m)
        return self.position + 1

    def place(self, spot: Spot) -> float:
        """Return the place on the common axis at which a bar stands."""
        match spot.row:
            case "signal":
                return spot.index
            case "output":
                return self.picture.middle(spot.index)
            case _:
                return self.start + spot.index

    def number(self, spot: Spot) -> float:
        """Return the number that a bar shows."""
        picture = self.picture
        match spot.row:
            case "signal":
                return picture.value(spot.index)
            case "kernel":
                return float(picture.kernel_k[spot.index])
            case "products":
                return float(picture.products(self.position or 0)[spot.index])
            case "output":
                return float(picture.output_m[spot.index])

    def spot_at(self, x: float, y: float) -> Spot | None:
        """Return the bar under a pixel, anywhere in its row's height; or none."""
        view, picture = self.view, self.picture
        row = view.row_at(y)
        if row is None or not view.left <= x < view.right:
            return None
        place = view.place(x)
        if row == "signal":
            inside = picture.first <= place < picture.end
            return Spot(row, math.floor(place)) if inside else None
        if row in ("kernel", "products"):
            index = math.floor(place - self.start)
            if self.position is None and row == "products":
                return None
            return Spot(row, index) if 0 <= index < self.size else None
        if not len(picture.output_m):
            return None
        position = picture.position_near(place - 0.5)
        away = abs(picture.middle(position) + 0.5 - place)
        return Spot(row, position) if away <= max(0.5, picture.stride / 2) else None

    def is_known(self, spot: Spot) -> bool:
        """Whether a bar's number is on the screen."""
        return spot.row != "output" or spot.index < self.made

    def own(self, row: RowName) -> range:
        """Return the bars of a row whose numbers are the signal's or the kernel's own."""
        if row == "signal":
            return range(len(self.picture.signal_n))
        return range(self.size if row == "kernel" else 0)

    def can_change(self, spot: Spot) -> bool:
        """Whether a hand can give a bar another number."""
        return self.is_editable and spot.index in self.own(spot.row)

    def top(self, spot: Spot) -> tuple[float, float]:
        """Return the middle of a bar's upper edge."""
        left, top, width, _ = self.view.bar(
            spot.row, self.place(spot), self.number(spot)
        )
        return left + width / 2, top
