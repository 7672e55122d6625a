"""A network seen from inside: the maps of its layers, and one of them in their place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import PICTURE, Network
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.ui.class_text import class_words
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.layer_text import layer_title, map_title
from cnnviz.ui.network_view.map_detail import MapDetail
from cnnviz.ui.network_view.map_zoom import MapZoom
from cnnviz.ui.network_view.network_maps import NetworkMaps
from cnnviz.ui.network_view.network_stages import Stage, stages
from cnnviz.ui.numbers import full, short, signed, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme.motion import moves

INPUT: Final = -1
"""In place of a layer's index: the picture that the network sees."""

_SMALLEST: Final = QSize(168, 180)


@dataclass(frozen=True, slots=True)
class OpenMap:
    """Which map is enlarged."""

    layer: int
    index: int


class NetworkView(Retranslated):
    """Show the maps of a network's layers; a click opens one in place.

    It takes pictures of a trace and knows nothing of where they came from.

    Signals
    -------
    notified(text)
        What is pointed at, for the status line; nothing when it is left.
    unit_requested(layer, channel, row, column)
        What a number is made of is to be shown: its layer by name, ``input`` for the
        picture, and where it is in the output of that.
    """

    notified = Signal(str)
    unit_requested = Signal(str, int, int, int)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        rows: Callable[[Network], tuple[Stage, ...]] = stages,
        head: QWidget | None = None,
        prefix: str = "",
        captions_are_lines: bool = False,
    ) -> None:
        """Show the layers that ``rows`` chooses, ``head`` above them until one opens.

        ``prefix`` keeps the names of its parts apart from those of another view;
        ``captions_are_lines`` where height is scarce.
        """
        super().__init__(parent)
        self._prefix = prefix
        self._pictures: NetworkPictures | None = None
        self._title = ""
        self._open: OpenMap | None = None
        self._overview = QWidget(self)
        self.maps = NetworkMaps(
            rows, prefix, self._overview, captions_are_lines=captions_are_lines
        )
        self.detail = MapDetail(prefix, self)
        self._stack = QStackedLayout(self)
        self._lay_out(head)
        self.zoom = MapZoom(self)
        self.maps.map_clicked.connect(self.open_map)
        self.maps.map_hovered.connect(self._on_map_hovered)
        self.detail.closed.connect(self.close_map)
        self.detail.map_chosen.connect(self._on_map_chosen)
        self.detail.number_chosen.connect(self._on_number_chosen)

    def set_rows(self, rows: Callable[[Network], tuple[Stage, ...]]) -> None:
        """Choose which layers are seen, and how they lie; an open map is closed."""
        self.close_map()
        self.maps.set_rows(rows)
        self._render_again()

    @property
    def opened(self) -> OpenMap | None:
        """The map that is enlarged, if one is."""
        return self._open

    def render_state(self, pictures: NetworkPictures, title: str) -> None:
        """Show the newest pictures, in whichever of the two is open.

        ``title`` says whose they are, to who cannot see them.
        """
        before, self._pictures = self._pictures, pictures
        self._title = title
        set_names(self, f"{self._prefix}network_view", title, " ")
        if before is not None and before.network is not pictures.network:
            self._open = None  # there is no such map any more
            self.notified.emit("")  # nor the one that was pointed at
            self._stack.setCurrentWidget(self._overview)
            self.zoom.stop()
        if self._open is None:
            self.maps.render_state(pictures)
        else:
            self.detail.render_state(
                self._picture(pictures, self._open.layer),
                self._open.index,
                self._words(pictures.network, self._open),
                self._labels(self._open.layer),
            )

    @Slot()
    def open_input(self) -> None:
        """Enlarge the picture that the network sees."""
        self.open_map(INPUT, 0)

    @Slot(int, int)
    def open_map(self, layer: int, index: int) -> None:
        """Enlarge a map in the place of all."""
        was, self._open = self._open, OpenMap(layer, index)
        way = None
        if was is None and layer != INPUT and moves(self, self.zoom.reduced_motion):
            way = self._overview.grab(), self._place_among_all(layer, index)
        self._render_again()
        self._stack.setCurrentWidget(self.detail)
        if way is not None:
            self.zoom.go(*way, self._place_alone(), into=True)
        self._focus_detail()

    def open_next_map(self, by: int) -> None:
        """Open the map after the one that is open, over all layers; or the one before."""
        each = []
        for shown in (panel.shown for panel in self.maps.panels):
            count, size = shown.tiles
            each += [(shown.index, at) for at in range(1 if size == (1, 1) else count)]
        opened = self._open
        at = -1
        if opened is not None and (opened.layer, opened.index) in each:
            at = each.index((opened.layer, opened.index))
        if 0 <= at + by < len(each):
            self.open_map(*each[at + by])
        elif by < 0:
            self.close_map()

    @Slot()
    def close_map(self) -> None:
        """Go back to all layers, and to the map that was open."""
        if self._open is None:
            return
        was, self._open = self._open, None
        large = self._place_alone()
        self._render_again()
        self._stack.setCurrentWidget(self._overview)
        if was.layer != INPUT:
            small = self._place_among_all(was.layer, was.index)
            if moves(self, self.zoom.reduced_motion):
                self.zoom.go(self._overview.grab(), small, large, into=False)
            tiles = self.maps.panel(was.layer).tiles
            tiles.go_on_from(was.index)
            tiles.setFocus()

    def _lay_out(self, head: QWidget | None) -> None:
        column = in_column((self.maps, 2), of=self._overview)
        if head is not None:
            column.insertWidget(0, head, 1)
        self._stack.addWidget(self._overview)
        self._stack.addWidget(self.detail)

    def _retranslate(self) -> None:
        self._render_again()

    def _render_again(self) -> None:
        if self._pictures is not None:
            self.render_state(self._pictures, self._title)

    def _place_among_all(self, layer: int, index: int) -> QRectF:
        tiles = self.maps.panel(layer).tiles
        return tiles.place(index).translated(QPointF(tiles.mapTo(self, QPoint(0, 0))))

    def _place_alone(self) -> QRectF:
        """Return where the enlarged map lies, once it has its size."""
        self.detail.setGeometry(self.rect())
        layout = self.detail.layout()
        if layout is not None:
            layout.activate()
        canvas = self.detail.canvas
        frame = canvas.view.frame
        place = QRectF(*canvas.view.rect(0, 0, frame.rows, frame.columns))
        return place.translated(QPointF(canvas.mapTo(self, QPoint(0, 0))))

    @Slot(int, int)
    def _on_map_hovered(self, layer: int, index: int) -> None:
        self.notified.emit("" if index < 0 else self._reading(layer, index))

    def _reading(self, layer: int, index: int) -> str:
        """Return what a map is and what its colours stand for, in one line."""
        shown = self.maps.panel(layer).shown
        picture = None
        if self._pictures is not None:
            picture = self._picture(self._pictures, layer)
        if picture is None:
            return map_title(shown, index)
        values = picture.values_of(index)
        if not picture.is_vector:
            text = self.tr("{title} · from {low} to {high} · click to enlarge")
            low, high = short(float(values.min())), short(float(values.max()))
            return text.format(title=map_title(shown, index), low=low, high=high)
        title, value = layer_title(shown), full(float(values[0, 0]))
        labels = self._labels(layer)
        if labels:
            text = self.tr("{layer} · for {label}: {value}")
            return text.format(layer=title, label=labels[index], value=value)
        text = self.tr("{layer} · number {number}: {value}")
        return text.format(layer=title, number=whole(index + 1), value=value)

    def _focus_detail(self) -> None:
        strip = self.detail.strip
        (self.detail.canvas if strip.isHidden() else strip).setFocus()

    @Slot(int)
    def _on_map_chosen(self, index: int) -> None:
        if self._open is not None:
            self.open_map(self._open.layer, index)

    @Slot(int, int, int)
    def _on_number_chosen(self, index: int, row: int, column: int) -> None:
        if self._open is not None:
            layer, name = self._open.layer, PICTURE
            if layer != INPUT:
                name = self.maps.panel(layer).shown.layer.name
            self.unit_requested.emit(name, index, row, column)

    def _picture(self, pictures: NetworkPictures, layer: int) -> LayerPicture | None:
        if layer == INPUT:
            return pictures.input
        return pictures.layers.get(self.maps.panel(layer).shown.layer.name)

    def _labels(self, layer: int) -> tuple[str, ...]:
        """Name numbers that stand for classes: the fourth of ten is the one for 3."""
        if layer == INPUT:
            return ()
        return class_words(self.maps.panel(layer).shown.labels)

    def _words(self, network: Network, opened: OpenMap) -> str:
        if opened.layer == INPUT:
            text = self.tr(
                "What the network sees · levels x from 0 to 255, read as {formulas}"
            )
            formulas = [
                f"(x / 255 {signed(-mean)}) / {short(deviation)}"
                for mean, deviation in dict.fromkeys(network.channel_normalizations)
            ]
            return text.format(formulas=", ".join(formulas))
        return map_title(self.maps.panel(opened.layer).shown, opened.index)

    @override
    def minimumSizeHint(self) -> QSize:
        # Maps take what room there is: they must not keep a page from shrinking.
        return _SMALLEST
