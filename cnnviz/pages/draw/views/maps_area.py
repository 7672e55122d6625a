"""The middle of the Draw page: all layers, or one map in their place."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.ui.network_view.layer_words import layer_title, map_title
from cnnviz.ui.network_view.map_detail import MapDetail
from cnnviz.ui.network_view.map_zoom import MapZoom
from cnnviz.ui.network_view.network_maps import NetworkMaps
from cnnviz.ui.numbers import full, short, whole

DIGIT: Final = -1
"""In place of a layer's index: the picture that the network sees."""


@dataclass(frozen=True, slots=True)
class OpenMap:
    """Which map is enlarged."""

    layer: int
    index: int


class MapsArea(QWidget):
    """Show every layer's maps; a click opens one in place.

    Signals
    -------
    map_hovered(layer_index, map_index)
        A map is pointed at; ``map_index`` -1 when none is any more.
    """

    map_hovered = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: DrawState | None = None
        self._open: OpenMap | None = None
        self.maps = NetworkMaps(self)
        self.detail = MapDetail(self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.maps)
        self._stack.addWidget(self.detail)
        self.zoom = MapZoom(self)
        self.maps.map_clicked.connect(self.open_map)
        self.maps.map_hovered.connect(self.map_hovered)
        self.detail.closed.connect(self.close_map)
        self.detail.map_chosen.connect(self._on_map_chosen)

    @property
    def opened(self) -> OpenMap | None:
        """The map that is enlarged, if one is."""
        return self._open

    def render(  # type: ignore[override]  # QWidget.render prints; this is the house's
        self, state: DrawState
    ) -> None:
        """Show the newest answer, in whichever of the two is open."""
        if self._state is not None and _network(self._state) is not _network(state):
            self.close_map()
        self._state = state
        if self._open is None:
            layers = () if state.answer is None else state.answer.layers
            self.maps.render(_network(state), layers)
        else:
            picture = self._picture(state, self._open)
            self.detail.render(
                picture,
                self._open.index,
                self._title(state, self._open),
                self._labels(state, self._open.layer),
            )

    @Slot()
    def open_digit(self) -> None:
        """Enlarge the picture that the network sees."""
        self.open_map(DIGIT, 0)

    @Slot(int, int)
    def open_map(self, layer: int, index: int) -> None:
        """Enlarge a map in the place of all."""
        was, self._open = self._open, OpenMap(layer, index)
        way = None
        if was is None and layer != DIGIT and not self.zoom.jumps():
            way = self.maps.grab(), self._place_among_all(layer, index)
        if self._state is not None:
            self.render(self._state)
        self._stack.setCurrentWidget(self.detail)
        if way is not None:
            self.zoom.go(*way, self._place_alone(), into=True)
        self._focus_detail()

    @Slot()
    def close_map(self) -> None:
        """Go back to all layers, and to the map that was open."""
        if self._open is None:
            return
        was, self._open = self._open, None
        large = self._place_alone()
        if self._state is not None:
            self.render(self._state)
        self._stack.setCurrentWidget(self.maps)
        if was.layer != DIGIT:
            small = self._place_among_all(was.layer, was.index)
            if not self.zoom.jumps():
                self.zoom.go(self.maps.grab(), small, large, into=False)
            tiles = self.maps.panel(was.layer).tiles
            tiles.go_on_from(was.index)
            tiles.setFocus()

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

    def words(self, layer: int, index: int) -> str:
        """Return what a map is and what its colours stand for, in one line."""
        title = map_title(self.maps.shown(layer), index)
        answer = None if self._state is None else self._state.answer
        if answer is None or not answer.layers:
            return title
        picture = answer.layers[layer]
        if picture.is_vector:
            title = layer_title(self.maps.shown(layer))
            value = full(float(picture.values_of(index)[0, 0]))
            labels = self._labels(self._state, layer)
            if labels:
                text = self.tr("{layer} · for digit {label}: {value}")
                return text.format(layer=title, label=labels[index], value=value)
            text = self.tr("{layer} · number {number}: {value}")
            return text.format(layer=title, number=whole(index + 1), value=value)
        values = picture.values_of(index)
        text = self.tr("{title} · from {low} to {high} · click to enlarge")
        return text.format(
            title=title, low=short(float(values.min())), high=short(float(values.max()))
        )

    def _focus_detail(self) -> None:
        strip = self.detail.strip
        (self.detail.canvas if strip.isHidden() else strip).setFocus()

    @Slot(int)
    def _on_map_chosen(self, index: int) -> None:
        if self._open is not None:
            self.open_map(self._open.layer, index)

    def _picture(self, state: DrawState, opened: OpenMap) -> LayerPicture | None:
        if state.answer is None:
            return None
        if opened.layer == DIGIT:
            return state.answer.digit
        return state.answer.layers[opened.layer] if state.answer.layers else None

    def _labels(self, state: DrawState | None, layer: int) -> tuple[str, ...]:
        """Name the last layer's numbers: the fourth of ten is the one for digit 3."""
        if state is None or layer != len(_network(state).layers) - 1:
            return ()
        return _network(state).labels

    def _title(self, state: DrawState, opened: OpenMap) -> str:
        if opened.layer == DIGIT:
            mean, deviation = _network(state).normalization
            text = self.tr(
                "What the network sees · grey levels x, read as "
                "(x / 255 − {mean}) / {deviation}"
            )
            return text.format(mean=short(mean), deviation=short(deviation))
        return map_title(self.maps.shown(opened.layer), opened.index)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._state is not None:
            self.render(self._state)
        super().changeEvent(event)


def _network(state: DrawState) -> Network:
    """Return whose maps are shown: those of the answer while a new one is loading."""
    if state.answer is not None and state.answer.network is not None:
        return state.answer.network.current.network
    return state.current.network
