"""A whole network in columns, from the picture to the answer; a map opens in place."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from cnnviz.ui.canvas.fineness import fineness
from cnnviz.ui.network_view.columns.block_words import (
    block_label,
    block_shape,
)
from cnnviz.ui.network_view.columns.column_images import BlockImages
from cnnviz.ui.network_view.columns.column_marks import Marks, Thread, paint_marks
from cnnviz.ui.network_view.columns.column_painting import (
    Scene,
    paint_columns,
    paint_ground,
)
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown, ReadColumns
from cnnviz.ui.theme.look import look
from cnnviz.ui.theme.motion import Receding

_RETURN: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ZOOM_STEP: Final = 1.25
_SMALLEST: Final = QSize(320, 240)


class NetworkColumns(ReadColumns):
    """Show every layer's maps in columns, and what feeds the one that is pointed at.

    The wheel zooms and a drag moves what is larger than the place; arrow keys go from
    map to map, Return opens one.

    Signals
    -------
    map_clicked(block, tile)
        A map is to be opened; the block ``-1`` is the picture.
    beside_clicked()
        A click where nothing lies.
    panel_placed(box)
        Where the panel beside the open map lies, a ``QRectF``.
    """

    map_clicked = Signal(int, int)
    beside_clicked = Signal()
    panel_placed = Signal(QRectF)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._feeding: Mapping[int, tuple[int, ...]] = {}
        self._fed: Mapping[int, tuple[int, ...]] = {}
        self.receding = Receding(self)
        self._images = BlockImages()
        self._threads: tuple[Thread, ...] = ()
        self._base, self._ground = QPixmap(), QPixmap()
        self._ground_of: tuple[object, ...] = ()
        self._echo: tuple[int, int] | None = None
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self._in_overview = False
        self._exporting = False
        self.place.changed.connect(self._on_place_changed)

    def render_state(self, shown: ColumnsShown) -> None:
        """Show the newest numbers of a network."""
        before, self._shown = self._shown, shown
        if before is None or before.blocks is not shown.blocks:
            self._images.clear()
            self.forget_pointed()
            self._read_tile, self._echo = (0, 0), None
        self.place.render(shown.picture, shown.blocks, shown.opened)
        if before is None or _looks_other(before, shown):
            self._forget_base()
        self.update()

    def set_exporting(self, exporting: bool) -> None:
        """Paint everything anew, for a picture that can be enlarged."""
        self._exporting = exporting
        self.update()

    def show_threads(self, threads: tuple[Thread, ...]) -> None:
        """Tie maps to what shows them in the panel."""
        if threads != self._threads:
            self._threads = threads
            self.update()

    def show_feeding(
        self,
        feeding: Mapping[int, tuple[int, ...]],
        fed: Mapping[int, tuple[int, ...]],
    ) -> None:
        """Let stand out what feeds the map that is pointed at, and what it feeds, by block."""
        if (feeding, fed) != (self._feeding, self._fed):
            self._feeding, self._fed = feeding, fed
            self.receding.render(bool(feeding or fed))
            self.update()

    @property
    def echo(self) -> tuple[int, int] | None:
        """The map that is pointed at elsewhere, by block and tile."""
        return self._echo

    def show_echo(self, tile: tuple[int, int] | None) -> None:
        """Mark a map, by block and tile, that is pointed at elsewhere."""
        if tile != self._echo:
            self._echo = tile
            self.update()

    @override
    def _keeps(self, event: QKeyEvent) -> bool:
        if self.place.is_opened:
            return False  # the arrows then walk across the open map
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return super()._keeps(event) or (event.key() in _RETURN and not held)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the map that is read with Return."""
        if event.key() in _RETURN and self.place.is_opened:
            event.ignore()  # what is open has its own keys
        elif event.key() in _RETURN:
            self.map_clicked.emit(*(self.pointed or self._read_tile))
        else:
            super().keyPressEvent(event)

    def zoom(self, factor: float) -> None:
        """Enlarge about the map that is read, or the middle."""
        middle = QRectF(self.rect()).center()
        if self._cell is not None:
            middle = self.box_of(*self._cell).center()
        self.place.zoom(factor, middle)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.place.zoom(_ZOOM_STEP**notches, event.position())
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag with the left button."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = self._last = event.position()
        self._dragging = False
        overview = self.place.overview
        self._in_overview = overview is not None and overview.box.contains(self._last)
        if self._in_overview:
            self._go_in_overview(self._last)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read maps, and drag the columns where they are larger than the place."""
        here = event.position()
        if self._in_overview:
            self._go_in_overview(here)
            return
        if self._pressed is not None:
            moved = (here - self._pressed).manhattanLength()
            self._dragging |= moved >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.place.pan(here - self._last)
        else:
            self.read(self.cell_at(here))
            self.point_at_name(here)
        self._last = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; without one it was a click on a map, or beside all."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        if self._in_overview:
            self._in_overview, self._pressed = False, None
            return
        cell = None if self._dragging else self.cell_at(event.position())
        was_dragged, self._dragging, self._pressed = self._dragging, False, None
        if cell is not None:
            self._read_tile = (cell[1] - 1, cell[0])
            self.map_clicked.emit(*self._read_tile)
        elif not was_dragged:
            self.beside_clicked.emit()
        self.unsetCursor()

    def _go_in_overview(self, point: QPointF) -> None:
        overview = self.place.overview
        if overview is not None:
            self.place.pan(overview.shift_to(point))

    # painting

    @Slot()
    def _on_place_changed(self) -> None:
        self._forget_base()
        if self.place.panel is not None:
            self.panel_placed.emit(QRectF(*self.place.panel))

    def _forget_base(self) -> None:
        self._base = QPixmap()
        self.update()

    def _scene(self, shown: ColumnsShown) -> Scene:
        every = (*shown.blocks, shown.picture)
        colours, layout = look(self.palette()), self.place.layout
        return Scene(
            blocks=every,
            layout=layout,
            images=self._images.images,
            names={
                block.place: (block_label(block), block_shape(block)) for block in every
            },
            probabilities=shown.probabilities,
            best=shown.best,
            off=shown.off,
            label=shown.label,
            label_word=self.tr("Label"),
            look=colours,
            font=self.font(),
            size=(self.width(), self.height()),
        )

    def _make_images(self, scene: Scene, shown: ColumnsShown) -> None:
        """Make the images of the blocks that are seen; while they glide, none anew."""
        exact = not self.place.is_gliding
        for block in scene.blocks:
            if scene.is_seen(block.place):
                numbers = (
                    shown.pictures.get(block.shown) if block.layers else shown.pixels
                )
                placed = scene.placed(block.place)
                self._images.render(
                    block.place, numbers, placed, scene.look, exact=exact
                )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        scene = self._scene(self._shown)
        with QPainter(self) as painter:
            if self._exporting:
                self._make_images(scene, self._shown)
                painter.fillRect(self.rect(), scene.look.ground)
                paint_ground(painter, scene)
                paint_columns(painter, scene)
            else:
                painter.drawPixmap(0, 0, self._painted_base(scene, self._shown))
            paint_marks(painter, scene, self._marks(self._shown))
            if (overview := self.place.overview) is not None:
                overview.paint(painter, scene.look)
            self.paint_focus(painter)

    def _painted_base(self, scene: Scene, shown: ColumnsShown) -> QPixmap:
        """Return what does not depend on the pointer, painted once."""
        if self._base.isNull():
            self._make_images(scene, shown)
            self._base = QPixmap(self._painted_ground(scene))
            with QPainter(self._base) as painter:
                paint_columns(painter, scene)
        return self._base

    def _painted_ground(self, scene: Scene) -> QPixmap:
        """Return what other numbers of the same network do not change, painted once."""
        ratio = fineness(self)
        made_of = scene.layout, scene.look, self.size(), ratio
        if made_of != self._ground_of:
            self._ground_of = made_of
            self._ground = QPixmap(self.size() * ratio)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(scene.look.ground)
            with QPainter(self._ground) as painter:
                paint_ground(painter, scene)
        return self._ground

    def _marks(self, shown: ColumnsShown) -> Marks:
        return Marks(
            pointed=self.pointed or self._echo,
            feeding=self._feeding,
            fed=self._fed,
            receded=self.receding.share,
            opened=shown.opened,
            regions=shown.regions,
            growing=self.place.growing,
            read=self._read_tile if self.hasFocus() else None,
            threads=self._threads if self.place.panel is not None else (),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._forget_base()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place.resize()

    @override
    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _retranslate(self) -> None:
        self._forget_base()


def _looks_other(before: ColumnsShown, now: ColumnsShown) -> bool:
    """Whether more differs than what is open."""
    return (
        before.blocks is not now.blocks
        or before.pixels is not now.pixels
        or before.pictures is not now.pictures
        or before.probabilities is not now.probabilities
        or before.label != now.label
    )
