"""The rows of bars of a convolution in one dimension, without hands."""

from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.operations import SignalConvolution
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.signal_picture import (
    Numbers,
    signal_picture,
    unmet_picture,
)
from cnnviz.pages.convolution.views.signal.signal_bars import BarPainter
from cnnviz.pages.convolution.views.signal.signal_geometry import (
    ROWS,
    SignalView,
    fitted,
    nice_range,
)
from cnnviz.pages.convolution.views.signal.signal_motion import SignalMotion
from cnnviz.pages.convolution.views.signal.signal_painting import paint_scene
from cnnviz.pages.convolution.views.signal.signal_scene import Scene, Spot
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.pages.convolution.views.signal.signal_titles import gutter, paint_titles
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.canvas.fineness import enlargement
from cnnviz.ui.canvas.grid_numbers import is_numbered
from cnnviz.ui.numbers import full
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import sized

_ZOOM: Final = 1.25
"""From this many pixels a place the numbers are read without a bubble."""


class SignalRows(CellGrid):
    """Signal, kernel, products and output as bars on one axis."""

    keeps_arrows: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LabState(initial_settings())
        self._operation: SignalConvolution | None = None
        self._picture = unmet_picture(self._state.settings.signal)
        self._view: SignalView | None = None
        self._hovered: Spot | None = None
        self._marked: Spot | None = None
        self._held: Spot | None = None
        self._selected: Spot | None = None
        self.motion = SignalMotion(self)
        self.motion.moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # what can be read

    @override
    def readable(self) -> tuple[range, range]:
        """Return no cells: the rows differ in length and have keys of their own."""
        return range(0), range(0)

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the row (of `ROWS`) and the number under a point, if any."""
        spot = self.scene().spot_at(point.x(), point.y())
        return None if spot is None else (ROWS.index(spot.row), spot.index)

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return a number in full; "" for a result that is not known yet."""
        scene, spot = self.scene(), Spot(ROWS[row], column)
        return full(scene.number(spot)) if scene.is_known(spot) else ""

    @override
    def reading_of(self, row: int, column: int) -> str:
        return told(self.scene(), Spot(ROWS[row], column))

    @override
    def numbers(self) -> Rows | None:
        """Return signal, kernel, products and output."""
        scene = self.scene()
        if scene.position is None:
            return None
        picture, products = scene.picture, scene.picture.products(scene.position)
        made = picture.output_m[: scene.made]
        return picture.signal_n, picture.kernel_k, products, made

    # what is shown

    def render_state(self, state: LabState) -> None:
        """Show a state of the operation in one dimension; of any other nothing."""
        old, self._state = self._state, state
        if old.walk is not state.walk:
            self._marked = None
        if state.settings.operation != "signal":
            self.motion.stop()
            self._operation = None
            return
        has_others = self._take(state)
        self._move(old, state, jumps=has_others)
        scene = self.scene()
        if scene.position is not None and scene.view.is_zoomed:
            start = scene.picture.start(scene.position)
            self._view = scene.view.showing(start, start + scene.size)
        if has_others:
            self._follow_other_numbers()
        self.update()

    def _follow_other_numbers(self) -> None:
        """Let go of what was pointed at and chosen, where other numbers are shown."""

    def _take(self, state: LabState) -> bool:
        """Take the numbers, where there are other ones; whether there were."""
        operation = None if state.walk is None else state.walk.operation
        if not isinstance(operation, SignalConvolution):
            operation = None
        if operation is not None and operation is self._operation:
            return False
        self._operation = operation
        if operation is None or state.walk is None:
            self._picture = unmet_picture(state.settings.signal)
        else:
            self._picture = signal_picture(operation, state.walk.activation)
        self._keep_view()
        return True

    def _move(self, old: LabState, state: LabState, *, jumps: bool) -> None:
        """Bring the kernel to its place, or let it turn."""
        if self._operation is None or state.walk is None:
            self.motion.be(0.0)
            return
        start = float(self._picture.start(state.walk.position))
        if jumps:
            self.motion.be(start)
        else:
            self.motion.go(start, state.steps_per_second if state.playing else None)
        if _has_turned(old, state):
            self.motion.turn()

    def scene(self) -> Scene:
        """Return all that is painted now."""
        state, walk = self._state, self._state.walk
        if self._view is None:
            self._view = self._fitted()
        position = None if walk is None or self._operation is None else walk.position
        return Scene(
            picture=self._picture,
            view=self._view,
            position=position,
            start=self.motion.start,
            turned=self.motion.turned,
            whole=state.whole_output_shown,
            hovered=self._hovered or self._marked,
            selected=self._selected,
            is_editable=position is not None and state.invalid is None,
        )

    def mark_product(self, index: int) -> None:
        """Frame one of the products, counted within the window; below 0 none."""
        has_it = self.scene().position is not None and index >= 0
        marked = Spot("products", index) if has_it else None
        if marked != self._marked:
            self._marked = marked
            self.update()

    # how it is seen

    def _fitted(self) -> SignalView:
        """Return the view that shows everything."""
        picture = self._picture
        ranges = (
            _range_of(picture.signal_n),
            _range_of(picture.kernel_k),
            picture.product_range,
            _range_of(picture.output_m),
        )
        size, places = (self.width(), self.height()), (picture.first, picture.end)
        bands = [nice_range(*ends) for ends in ranges]
        return fitted(size, gutter(self.font()), places, bands)

    def _keep_view(self) -> None:
        """See other numbers; enlarged ones stay where they are if they may."""
        old, new = self._view, self._fitted()
        if old is not None and old.is_zoomed and old.places == new.places:
            new = replace(new, first=old.first, scale=old.scale)
        self._view = new

    def retitle(self) -> None:
        """Make room for the titles in the language, and the font, of now."""
        self._keep_view()
        self.update()

    @property
    def is_enlarged(self) -> bool:
        """Whether less than everything is seen."""
        return self._view is not None and self._view.is_zoomed

    def fit(self) -> None:
        """Show everything."""
        self._view = None
        self.update()

    def zoom_in(self) -> None:
        """Enlarge around the window."""
        self.zoom(_ZOOM)

    def zoom_out(self) -> None:
        """Make smaller around the window."""
        self.zoom(1 / _ZOOM)

    def zoom_to_window(self) -> None:
        """Enlarge so that the window fills half of the width."""
        scene = self.scene()
        if scene.position is not None:
            middle = scene.picture.start(scene.position) + scene.size / 2
            view = self._fitted()
            factor = view.width / (2 * scene.size * view.scale)
            view = view.zoomed(factor, view.x(middle))
            centre = view.place(view.left + view.width / 2)
            self._view = view.panned(middle - centre)
            self.update()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Enlarge around a pixel, or around the window."""
        scene = self.scene()
        if x is None:
            x = scene.view.x(scene.start + scene.size / 2)
        self._view = scene.view.zoomed(factor, x)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, 440)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(360, 180)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._view = None  # everything is seen then
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        with QPainter(self) as painter:
            font, small = self.font(), sized(self.font(), tokens.FONT_BAR)
            at = BarPainter(painter, scene.view, self.palette(), font, small)
            paint_scene(at, scene)
            paint_titles(at, scene, self._state.settings.signal.flip)
            self._paint_bubble(at, scene)

    def _paint_bubble(self, at: BarPainter, scene: Scene) -> None:
        """Write the whole number of the bar in hand, or of one too narrow for it."""
        spot = self._held or scene.selected
        if not is_numbered(scene.view.scale, enlargement(self)) and not self._held:
            spot = scene.hovered or spot
        if spot is not None and scene.is_known(spot):
            at.paint_bubble(scene.top(spot), full(scene.number(spot)))


def _range_of(numbers: Numbers) -> tuple[float, float]:
    return float(numbers.min(initial=0.0)), float(numbers.max(initial=0.0))


def _has_turned(old: LabState, new: LabState) -> bool:
    """Whether the flip was changed, and nothing else of signal and kernel."""
    before, after = old.settings.signal, new.settings.signal
    if old.settings.operation != "signal":
        return False
    return before.flip != after.flip and replace(before, flip=after.flip) == after
