"""Which part of the columns is seen, and how large: arithmetic without widgets."""

from dataclasses import dataclass
from typing import Final

from cnnviz.ui.network_view.columns.column_layout import ColumnLayout

_LARGEST: Final = 12.0
_LEAST_AT_FIRST: Final = 0.45
"""A network that would be smaller than this is not shown whole at first."""


@dataclass(frozen=True, slots=True)
class ColumnsView:
    """A scale, and where the origin lies in the widget, in pixels."""

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def zoomed(self, factor: float, x: float, y: float) -> "ColumnsView":
        """Return it enlarged about a point of the widget that stays where it is."""
        scale = min(self.scale * factor, _LARGEST)
        by = scale / self.scale
        return ColumnsView(scale, x - (x - self.dx) * by, y - (y - self.dy) * by)

    def panned(self, dx: float, dy: float) -> "ColumnsView":
        """Return it moved by so many pixels."""
        return ColumnsView(self.scale, self.dx + dx, self.dy + dy)

    def settled(self, layout: ColumnLayout, size: tuple[float, float]) -> "ColumnsView":
        """Return it without empty room at an edge: what is smaller is in the middle."""
        width, height = layout.width * self.scale, layout.height * self.scale
        return ColumnsView(
            self.scale,
            _settled(self.dx, width, size[0]),
            _settled(self.dy, height, size[1]),
        )

    def shown(self, layout: ColumnLayout) -> ColumnLayout:
        """Return where everything lies in the widget."""
        return layout.moved(self.scale, self.dx, self.dy)


def _settled(origin: float, extent: float, room: float) -> float:
    if extent <= room:
        return (room - extent) / 2
    return min(0.0, max(origin, room - extent))


def begins_whole(scale: float) -> bool:
    """Whether a network that fits at this scale is shown whole at first."""
    return scale >= _LEAST_AT_FIRST
