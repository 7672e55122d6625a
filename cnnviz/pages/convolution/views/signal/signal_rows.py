"""The rows of bars of a convolution in one dimension, without hands."""

from dataclasses import replace
from typing import ClassVar, Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.convolution.operations import SignalConvolution
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.model.signal_picture import (
    SignalPicture,
    signal_picture,
    unmet_picture,
)
from cnnviz.pages.convolution.views.signal.signal_bars import (
    Look,
    look_of,
    paint_bubble,
)
from cnnviz.pages.convolution.views.signal.signal_camera import SignalCamera
from cnnviz.pages.convolution.views.signal.signal_geometry import ROWS
from cnnviz.pages.convolution.views.signal.signal_motion import SignalMotion
from cnnviz.pages.convolution.views.signal.signal_painting import paint_scene
from cnnviz.pages.convolution.views.signal.signal_scene import (
    Scene,
    Spot,
    is_known,
    number_of,
    spot_at,
    top_of,
)
from cnnviz.pages.convolution.views.signal.signal_text import told
from cnnviz.pages.convolution.views.signal.signal_titles import gutter, paint_titles
from cnnviz.ui.canvas.cell_grid import CellGrid, Rows
from cnnviz.ui.numbers import full

_ZOOM: Final = 1.25
_NUMBERED: Final = 26.0
"""From this many pixels a place the numbers are read without a bubble."""


class SignalRows(CellGrid):
    """Signal, kernel, products and output as bars on one axis."""

    keeps_arrows: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: LabState | None = None
        self._operation: SignalConvolution | None = None
        self._picture: SignalPicture | None = None
        self._hovered: Spot | None = None
        self._marked: Spot | None = None
        self._held: Spot | None = None
        self._selected: Spot | None = None
        self.camera = SignalCamera()
        self.motion = SignalMotion(self)
        self.motion.moved.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # what can be read

    @override
    def readable(self) -> tuple[range, range]:
        """Return no cells: the rows differ in length and have keys of their own."""
        return range(0), range(0)  # rows of unlike lengths: keys of their own go there

    @override
    def cell_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return the row (of `ROWS`) and the number under a point, if any."""
        scene = self.scene()
        spot = None if scene is None else spot_at(scene, point.x(), point.y())
        return None if spot is None else (ROWS.index(spot.row), spot.index)

    @override
    def number_at(self, row: int, column: int) -> str:
        """Return a number in full; "" for a result that is not known yet."""
        scene, spot = self.scene(), Spot(ROWS[row], column)
        if scene is None or not is_known(scene, spot):
            return ""
        return full(number_of(scene, spot))

    @override
    def reading_of(self, row: int, column: int) -> str:
        scene = self.scene()
        return "" if scene is None else told(scene, Spot(ROWS[row], column))

    @override
    def numbers(self) -> Rows | None:
        """Return signal, kernel, products and output."""
        scene = self.scene()
        if scene is None or scene.position is None:
            return None
        picture = scene.picture
        products = picture.products(scene.position)
        end = len(picture.output_m) if scene.whole else scene.position + 1
        return picture.signal_n, picture.kernel_k, products, picture.output_m[:end]

    def set_reduced_motion(self, reduced: bool) -> None:
        """Let the kernel jump instead of gliding and turning."""
        self.motion.reduced_motion = reduced

    # what is shown

    def render_state(self, state: LabState) -> None:
        """Show a state of the operation in one dimension; of any other nothing."""
        old, self._state = self._state, state
        if old is None or old.walk is not state.walk:
            self._marked = None
        if state.settings.operation != "signal":
            self.motion.stop()
            self._state = self._operation = self._picture = None
            return
        has_others = self._take(state)
        self._move(old, state, jumps=has_others)
        scene = self.scene()
        if scene is not None and scene.position is not None and self.camera.is_zoomed:
            start = scene.picture.start(scene.position)
            self.camera.bring_in(start, start + len(scene.picture.kernel_k))
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
        self.camera.show(self._picture, gutter(self.font()))
        return True

    def _move(self, old: LabState | None, state: LabState, *, jumps: bool) -> None:
        """Bring the kernel to its place, or let it turn."""
        if self._picture is None or self._operation is None or state.walk is None:
            self.motion.be(0.0)
            return
        start = float(self._picture.start(state.walk.position))
        if jumps:
            self.motion.be(start)
        else:
            self.motion.go(start, state.steps_per_second if state.playing else None)
        if old is not None and _has_turned(old, state):
            self.motion.turn()

    def scene(self) -> Scene | None:
        """Return all that is painted now; ``None`` before the first state."""
        state, picture = self._state, self._picture
        if picture is None or state is None:
            return None
        walk = state.walk
        position = None if walk is None or self._operation is None else walk.position
        return Scene(
            picture=picture,
            view=self.camera.view,
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
        scene = self.scene()
        has_it = scene is not None and scene.position is not None
        marked = Spot("products", index) if has_it and index >= 0 else None
        if marked != self._marked:
            self._marked = marked
            self.update()

    # how it is seen

    def retitle(self) -> None:
        """Make room for the titles in the language, and the font, of now."""
        if self._picture is not None:
            self.camera.show(self._picture, gutter(self.font()))
        self.update()

    def fit(self) -> None:
        """Show everything."""
        self.camera.fit()
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
        if scene is not None and scene.position is not None:
            start = scene.picture.start(scene.position)
            self.camera.zoom_to(start, len(scene.picture.kernel_k))
            self.update()

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Enlarge around a pixel, or around the window."""
        scene = self.scene()
        if scene is None:
            return
        if x is None:
            x = scene.view.x(scene.start + len(scene.picture.kernel_k) / 2)
        self.camera.zoom(factor, x)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, 440)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(360, 180)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.camera.resize((self.width(), self.height()))
        super().resizeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        if scene is None or self._state is None:
            return
        look = look_of(self.palette(), self.font())
        with QPainter(self) as painter:
            paint_scene(painter, scene, look)
            painter.setFont(self.font())
            paint_titles(painter, scene, self._state.settings.signal.flip, look)
            self._paint_bubble(painter, scene, look)

    def _paint_bubble(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """Write the whole number of the bar in hand, or of one too narrow for it."""
        spot = self._held or scene.selected
        if scene.view.scale < _NUMBERED and not self._held:
            spot = scene.hovered or spot
        if spot is not None and is_known(scene, spot):
            text = full(number_of(scene, spot))
            paint_bubble(painter, scene.view, top_of(scene, spot), text, look)


def _has_turned(old: LabState, new: LabState) -> bool:
    """Whether the flip was changed, and nothing else of signal and kernel."""
    before, after = old.settings.signal, new.settings.signal
    return before.flip != after.flip and replace(before, flip=after.flip) == after
