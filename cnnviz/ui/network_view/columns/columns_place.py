"""Where the columns lie in their widget: fitted, zoomed, moved, or around a panel."""

from typing import Final

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtWidgets import QWidget

from cnnviz.engine.networks.blocks import Block
from cnnviz.ui.network_view.columns.column_layout import (
    ColumnLayout,
    fitted_layout,
    lay_out,
)
from cnnviz.ui.network_view.columns.column_overview import ColumnOverview
from cnnviz.ui.network_view.columns.columns_view import ColumnsView, begins_whole
from cnnviz.ui.network_view.columns.opened_layout import open_beside
from cnnviz.ui.network_view.columns.placed import Box, between
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.motion import animation, is_running, moves

_PANEL_SHARE: Final = 0.47
_LEAST_PANEL: Final = 548.0
_MOST_PANEL: Final = 760.0


class ColumnsPlace(QObject):
    """Keep the layout of a network's columns, and let them glide to a new one.

    Attributes
    ----------
    layout
        Where everything lies now, in pixels of the widget.
    reduced_motion
        Whether things jump instead of gliding.

    Signals
    -------
    changed()
        Everything, or something, lies elsewhere.
    """

    changed = Signal()

    def __init__(self, of: QWidget) -> None:
        super().__init__(of)
        self._widget = of
        self._picture: Block | None = None
        self._blocks: tuple[Block, ...] = ()
        self._opened: tuple[int, int] | None = None
        self._whole: ColumnLayout | None = None
        self._view = ColumnsView()
        self._fitting = 1.0
        self._is_fitted = True
        self.layout = ColumnLayout((), 0.0, 0.0)
        self._goal = self.layout
        self._from = self.layout
        self._panel: Box | None = None
        self._grows_from: Box | None = None
        self.reduced_motion = False
        self._glide = animation(self, tokens.OPEN_MS, tokens.EASING_OPEN)
        self._glide.valueChanged.connect(self._on_glided)
        self._glide.finished.connect(self._on_arrived)

    @property
    def panel(self) -> Box | None:
        """Where the panel lies, once it has grown; ``None`` while nothing is open."""
        return None if is_running(self._glide) else self._panel

    @property
    def growing(self) -> Box | None:
        """What the panel has of its place, while it grows out of a map."""
        if not is_running(self._glide) or self._panel is None:
            return None
        share = float(self._glide.currentValue())
        start = self._grows_from or self._panel
        left, top, width, height = (
            a + (b - a) * share for a, b in zip(start, self._panel, strict=True)
        )
        return left, top, width, height

    @property
    def overview(self) -> ColumnOverview | None:
        """The whole in a corner, where some of it is not seen and nothing is open."""
        if self._whole is None or self._opened is not None or self.is_gliding:
            return None
        made = ColumnOverview(self._whole, self._view, self._size())
        return made if made.is_needed else None

    @property
    def is_gliding(self) -> bool:
        """Whether everything is on its way to another place."""
        return is_running(self._glide)

    @property
    def is_opened(self) -> bool:
        """Whether the columns make room for a panel."""
        return self._opened is not None

    def render(
        self,
        picture: Block,
        blocks: tuple[Block, ...],
        opened: tuple[int, int] | None,
    ) -> None:
        """Lie as a network needs, with room for a panel beside an opened map."""
        is_other = blocks is not self._blocks
        if not is_other and opened == self._opened:
            return
        was, self._opened = self._opened, opened
        if is_other:
            self._picture, self._blocks = picture, blocks
            self._is_fitted = True
            self._arrange()
            return
        if (was is None) == (opened is None) and was is not None and opened is not None:
            same_block = was[0] == opened[0]
            self._glide_to_goal(glides=not same_block)
        else:
            self._glide_to_goal(glides=True)

    def resize(self) -> None:
        """Lie in the widget as it is now."""
        self._arrange()

    def fit(self) -> None:
        """Show the whole network."""
        self._is_fitted = True
        self._arrange(whole=True)

    def zoom(self, factor: float, at: QPointF) -> None:
        """Enlarge about a point; while a map is open its surroundings stay."""
        if self._whole is None or self._opened is not None:
            return
        zoomed = self._view.zoomed(factor, at.x(), at.y())
        if zoomed.scale < self._fitting:
            self.fit()
            return
        self._is_fitted = False
        self._view = zoomed.settled(self._whole, self._size())
        self._jump()

    def pan(self, by: QPointF) -> None:
        """Move what is larger than the place."""
        if self._whole is not None and self._opened is None:
            moved = self._view.panned(by.x(), by.y())
            self._view = moved.settled(self._whole, self._size())
            self._jump()

    def bring_into_view(self, block: int, tile: int) -> None:
        """Move the columns so far that a map is seen."""
        left, top, width, height = self.layout.placed[block].tile(tile)
        room_x, room_y = self._size()
        dx = max(0.0, -left) or min(0.0, room_x - left - width)
        dy = max(0.0, -top) or min(0.0, room_y - top - height)
        if dx or dy:
            self.pan(QPointF(dx, dy))

    def centre_on(self, block: int) -> None:
        """Move the columns so that a block stands in the middle, if they can move."""
        left, top, width, height = self._goal.placed[block].box
        room_x, room_y = self._size()
        dx, dy = (room_x - width) / 2 - left, (room_y - height) / 2 - top
        self.pan(QPointF(dx, dy))

    def _size(self) -> tuple[float, float]:
        return float(self._widget.width()), float(self._widget.height())

    def _arrange(self, *, whole: bool = False) -> None:
        """Lay all out anew for the widget's size."""
        if self._picture is None:
            return
        width, height = self._size()
        layout, scale = fitted_layout(self._picture, self._blocks, width, height)
        if not whole and not begins_whole(scale):
            layout, scale = lay_out(self._picture, self._blocks, height), 1.0
        self._whole = layout
        if self._is_fitted:
            self._view, self._fitting = ColumnsView(scale), min(scale, 1.0)
        self._view = self._view.settled(layout, (width, height))
        self._jump()

    def _place(self) -> tuple[ColumnLayout, Box | None]:
        assert self._whole is not None
        assert self._picture is not None
        shown = self._view.shown(self._whole)
        if self._opened is None:
            return shown, None
        width, height = self._size()
        panel = min(_MOST_PANEL, max(_LEAST_PANEL, width * _PANEL_SHARE))
        place = self._opened[0]
        block = self._picture if place < 0 else self._blocks[place]
        size = (width, height)
        opened = open_beside(self._picture, self._blocks, block, size, panel)
        return opened.columns, opened.panel

    def _jump(self) -> None:
        self._glide.stop()
        self.layout, self._panel = self._place()
        self._goal = self.layout
        self.changed.emit()

    def _glide_to_goal(self, *, glides: bool) -> None:
        if not (glides and moves(self._widget, self.reduced_motion)):
            self._jump()
            return
        self._from = self.layout
        self._goal, self._panel = self._place()
        self._grows_from = None
        if self._opened is not None:
            block, tile = self._opened
            self._grows_from = self._from.placed[block].tile(tile)
        self._glide.stop()
        self._glide.start()
        self.changed.emit()

    @Slot(object)
    def _on_glided(self, share: float) -> None:
        placed = tuple(
            between(*pair, float(share))
            for pair in zip(self._from.placed, self._goal.placed, strict=True)
        )
        self.layout = ColumnLayout(placed, self._goal.width, self._goal.height)
        self.changed.emit()

    @Slot()
    def _on_arrived(self) -> None:
        self.layout = self._goal
        self.changed.emit()
