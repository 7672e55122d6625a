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

from cnnviz.ui.network_view.columns.block_words import (
    block_label,
    block_shape,
)
from cnnviz.ui.network_view.columns.column_images import BlockImages
from cnnviz.ui.network_view.columns.column_marks import Marks, Thread, paint_marks
from cnnviz.ui.network_view.columns.column_painting import (
    Scene,
    paint_columns,
    paint_under,
)
from cnnviz.ui.network_view.columns.read_columns import ColumnsShown, ReadColumns
from cnnviz.ui.theme.look import look

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
        self._images = BlockImages()
        self._threads: tuple[Thread, ...] = ()
        self._under, self._base = QPixmap(), QPixmap()
        self._pressed: QPointF | None = None
        self._last = QPointF()
        self._dragging = False
        self.place.changed.connect(self._on_place_changed)

    def render_state(self, shown: ColumnsShown) -> None:
        """Show the newest numbers of a network."""
        before, self._shown = self._shown, shown
        is_other = before is None or before.blocks is not shown.blocks
        if is_other:
            self._images.clear()
            self.read(None)
            self._read_tile = (0, 0)
            self._under = QPixmap()
        self.place.render(shown.picture, shown.blocks, shown.opened)
        if is_other or before is None or before.pictures is not shown.pictures:
            self._make_images(shown)
            self._forget_base()
        self.update()

    def show_threads(self, threads: tuple[Thread, ...]) -> None:
        """Tie maps to what shows them in the panel."""
        if threads != self._threads:
            self._threads = threads
            self.update()

    def show_feeding(self, feeding: Mapping[int, tuple[int, ...]]) -> None:
        """Let the maps stand out that feed the one which is pointed at, by their block."""
        if feeding != self._feeding:
            self._feeding = feeding
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
        if event.key() in _RETURN:
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

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read maps, and drag the columns where they are larger than the place."""
        here = event.position()
        if self._pressed is not None:
            moved = (here - self._pressed).manhattanLength()
            self._dragging |= moved >= QApplication.startDragDistance()
        if self._dragging:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.place.pan(here - self._last)
        else:
            self.read(self.cell_at(here))
        self._last = here

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag; without one it was a click on a map, or beside all."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        cell = None if self._dragging else self.cell_at(event.position())
        was_dragged, self._dragging, self._pressed = self._dragging, False, None
        if cell is not None:
            self._read_tile = (cell[1] - 1, cell[0])
            self.map_clicked.emit(*self._read_tile)
        elif not was_dragged:
            self.beside_clicked.emit()
        self.unsetCursor()

    # painting

    @Slot()
    def _on_place_changed(self) -> None:
        self._forget_places()
        if self.place.panel is not None:
            self.panel_placed.emit(QRectF(*self.place.panel))

    def _forget_places(self) -> None:
        self._under = QPixmap()
        self._forget_base()

    def _forget_base(self) -> None:
        self._base = QPixmap()
        self.update()

    def _make_images(self, shown: ColumnsShown) -> None:
        colours = look(self.palette())
        self._images.render(-1, shown.pixels, colours)
        for block in shown.blocks:
            self._images.render(block.place, shown.pictures.get(block.shown), colours)

    def _scene(self, shown: ColumnsShown) -> Scene:
        every = (*shown.blocks, shown.picture)
        return Scene(
            blocks=every,
            layout=self.place.layout,
            images=self._images.images,
            columns={
                block.place: 1 if picture.is_vector else picture.columns
                for block in shown.blocks
                if (picture := shown.pictures.get(block.shown)) is not None
            },
            names={
                block.place: (block_label(block), block_shape(block)) for block in every
            },
            probabilities=shown.probabilities,
            best=shown.best,
            look=look(self.palette()),
            font=self.font(),
            size=(self.width(), self.height()),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        scene = self._scene(self._shown)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._painted_base(scene))
            paint_marks(painter, scene, self._marks(self._shown))
            self.paint_focus(painter)

    def _painted_base(self, scene: Scene) -> QPixmap:
        """Return what does not depend on the pointer, painted once."""
        if self._under.isNull():
            ratio = self.devicePixelRatioF()
            self._under = QPixmap(self.size() * ratio)
            self._under.setDevicePixelRatio(ratio)
            self._under.fill(scene.look.ground)
            with QPainter(self._under) as painter:
                paint_under(painter, scene)
        if self._base.isNull():
            self._base = self._under.copy()
            with QPainter(self._base) as painter:
                paint_columns(painter, scene)
        return self._base

    def _marks(self, shown: ColumnsShown) -> Marks:
        return Marks(
            pointed=self.pointed,
            feeding=self._feeding,
            opened=shown.opened,
            regions=shown.regions,
            growing=self.place.growing,
            read=self._read_tile if self.hasFocus() else None,
            threads=self._threads if self.place.panel is not None else (),
        )

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._make_images(self._shown)
            self._forget_places()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.place.resize()

    @override
    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _retranslate(self) -> None:
        self._forget_places()
