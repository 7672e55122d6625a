"""The reader's own drawing inside the network that is training."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Network
from cnnviz.state.level import set_level
from cnnviz.state.picture.layer_pictures import LayerPicture
from cnnviz.state.picture.network_pictures import NetworkPictures
from cnnviz.state.run.run_snapshots import SnapshotPictures, watched_layers
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.network_title import title_words
from cnnviz.ui.network_view.network_stages import Stage, stages
from cnnviz.ui.network_view.network_view import NetworkView
from cnnviz.ui.numbers import short, sure_percent, whole
from cnnviz.ui.page import Retranslated, set_names, set_tip
from cnnviz.ui.plots.probability_columns import ProbabilityColumns
from cnnviz.ui.texts import filled, plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold, in_pixels
from cnnviz.ui.tiles.input_tiles import InputTiles, width_with_channels
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_PROBE_SIDES = (48, 160)
"""Of the picture, in pixels: at least and at most."""

_PROBE_SHARES = (0.2, 0.17)
"""Of the panel's width and height that the picture has."""

_LEAST_MAPS = 96
_LEAST_WITH_KERNELS = 260
"""Of the panel, in pixels: in less, the maps have all the room."""

_SURE = 0.5
"""Share from which on the answer names the drawing."""

_DIGITS = tuple("0123456789")


class CaptionedTiles(QWidget):
    """One layer's tiles under a line that says what they are.

    While a tile is pointed at, the line says what its colours stand for.
    """

    def __init__(self, object_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.caption = QLabel(self)
        self.caption.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
        )
        self.caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.tiles = LayerTiles(self)
        self._object_name = object_name
        self._text = ""
        in_column(self.caption, (self.tiles, 1), gap=tokens.SPACE_XXS, of=self)
        self.tiles.map_hovered.connect(self._on_map_hovered)

    def set_text(self, text: str, tooltip: str) -> None:
        """Say what the tiles are."""
        self._text = text
        set_names(self.tiles, self._object_name, text, tooltip)
        self._on_map_hovered(self.tiles.hovered)

    def render_picture(self, picture: LayerPicture | None) -> None:
        """Show other tiles."""
        self.tiles.render_state(picture)
        if self.tiles.hovered >= 0:
            self._on_map_hovered(self.tiles.hovered)

    @Slot(int)
    def _on_map_hovered(self, tile: int) -> None:
        picture = self.tiles.picture
        if tile < 0 or picture is None or tile >= picture.count:
            self.caption.setText(self._text)
            return
        values = picture.values_of(tile)
        self.caption.setText(
            self.tr("Number {number} of {count}: values from {low} to {high}").format(
                number=tile + 1,
                count=picture.count,
                low=short(float(values.min()), 3),
                high=short(float(values.max()), 3),
            )
        )


class LivePanel(Retranslated):
    """Show a snapshot: probe, kernels, feature maps, probabilities.

    Attributes
    ----------
    view
        The network under the probe; what is pointed at, it says itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_level(self, "first")
        self._shown: SnapshotPictures | None = None
        self._awaiting: SnapshotPictures | None = None
        self._drawn: SnapshotPictures | None = None
        self._looks_back = self._is_going = False
        self._has_kernels = True
        self._title = FittingLabel(self)
        self._title.setObjectName("live_title")
        self._title.setFont(half_bold(self._title.font()))
        self._moment = QLabel(self)
        self._moment.setObjectName("live_moment")
        self._top = QWidget(self)
        self._probe = InputTiles(self._top)
        self._probe.reserve(1, (28, 28))
        self._kernels = CaptionedTiles("live_kernels", self._top)
        self._kernels.tiles.reserve(6, (5, 5))
        self.view = NetworkView(
            self, rows=_watched, head=self._top, prefix="live_", captions_are_lines=True
        )
        self._columns = ProbabilityColumns(self)
        self._columns_caption, self._answer = FittingLabel(self), QLabel(self)
        self._share = QLabel(self)
        self._empty = FittingLabel(self)
        self._empty.setObjectName("live_hint")
        self._lay_out()
        self._probe.map_clicked.connect(self.view.open_input)
        self._retranslate()

    def _lay_out(self) -> None:
        in_row(self._probe, (self._kernels, 1), gap=tokens.SPACE_XL, of=self._top)
        self.view.setMinimumHeight(_LEAST_MAPS)
        weight = QFont.Weight.Bold
        self._answer.setFont(in_pixels(self.font(), tokens.TITLE_PX, weight))
        self._share.setFont(in_pixels(self.font(), tokens.VALUE_PX))
        self._columns_caption.setObjectName("live_caption")
        for label, name in ((self._answer, "live_answer"), (self._share, "live_share")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = in_row((self._title, 1), self._moment, gap=tokens.SPACE_M)
        caption = (self._columns_caption, 1)
        answer = in_row(caption, self._answer, self._share, gap=tokens.SPACE_M)
        # The line keeps its height while nothing is answered.
        answer.addStrut(self._answer.fontMetrics().height())
        parts = head, self._empty, (self.view, 6), answer, (self._columns, 1)
        in_column(*parts, gap=tokens.SPACE_S, of=self)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_probe()

    def _place_probe(self) -> None:
        across, down = _PROBE_SHARES
        least, most = _PROBE_SIDES
        side = int(min(self.width() * across, self.height() * down))
        side = max(least, min(side, most))
        picture = self._probe.picture
        self._probe.setFixedSize(width_with_channels(picture, side), side)
        self._top.setFixedHeight(side)
        self._top.setVisible(self.height() >= _LEAST_WITH_KERNELS)

    def render_snapshot(
        self,
        shown: SnapshotPictures | None,
        network: Network,
        *,
        looks_back: bool = False,
        is_going: bool = False,
    ) -> None:
        """Show another snapshot, the newest or an earlier; ``None`` before a run.

        ``network`` is the one whose places are kept until there is a snapshot.
        """
        drawn = self._drawn = self._awaited(network) if shown is None else shown
        pictures = NetworkPictures(network) if drawn is None else drawn.pictures
        before, self._shown = self._shown, shown
        self._looks_back = looks_back
        before_going, self._is_going = self._is_going, is_going
        self._render_kernels_place(pictures.network)
        self._title.setText(self._title_text())
        self._moment.setText(self._moment_text())
        moment = self._moment.text()
        seen = f"{self._title.text()} ({moment})" if moment else self._title.text()
        title = title_words(pictures.network.title)
        self.view.render_state(pictures, f"{title}: {seen}")
        if shown is before and shown is not None:
            return
        self._probe.render_state(pictures.input)
        self._place_probe()
        self._kernels.render_picture(None if drawn is None else drawn.kernels)
        probabilities = None if drawn is None else drawn.probabilities
        self._columns.render_state(pictures.network.labels, probabilities)
        self._render_answer()
        if _kind(before) != _kind(shown) or before_going != is_going:
            self._retranslate()

    @Slot(object)
    def render_awaiting(self, seen: SnapshotPictures) -> None:
        """Show what weights drawn by chance make of the picture, until a run has any."""
        self._awaiting = seen
        if self._shown is None:
            network = seen.pictures.network
            self.render_snapshot(None, network, is_going=self._is_going)
            self._retranslate()

    def _awaited(self, network: Network) -> SnapshotPictures | None:
        seen = self._awaiting
        return seen if seen is not None and seen.pictures.network == network else None

    def _render_kernels_place(self, network: Network) -> None:
        """Keep no place for the kernels of a network that has none, but say so."""
        if network.has_kernels != self._has_kernels:
            self._has_kernels = network.has_kernels
            self._kernels.tiles.setVisible(network.has_kernels)
            self._retranslate()

    @override
    def _retranslate(self) -> None:
        self._title.setText(self._title_text())
        self._moment.setText(self._moment_text())
        set_names(
            self._probe,
            "live_probe",
            self.tr("Picture"),
            self.tr("Your picture, as the network sees it"),
        )
        kernels = None if self._drawn is None else self._drawn.kernels
        self._kernels.set_text(
            self._kernels_text(kernels),
            self.tr("The weights of the first convolution: blue below 0, orange above")
            if self._has_kernels
            else self.tr("Only a convolution has kernels; this network has none"),
        )
        self._columns_caption.setText(self.tr("The network answers"))
        self._columns.setAccessibleName(self.tr("Probability of each class"))
        self._empty.setText(self._hint())
        self._empty.setVisible(bool(self._empty.text()))
        set_tip(self._empty, self._empty.text())
        self._render_answer()

    def _render_answer(self) -> None:
        """Write the best class large, and how sure of it the network is."""
        answer, share = self._best() or ("", 0.0)
        self._answer.setText(plain(answer))
        self._share.setText(sure_percent(share) if answer else "")

    def _best(self) -> tuple[str, float] | None:
        """Return what the network answers, and its share."""
        drawn = self._drawn
        if drawn is None or drawn.probabilities is None:
            return None
        best = int(drawn.probabilities.argmax())
        labels = drawn.pictures.network.labels
        return class_word(labels, best), float(drawn.probabilities[best])

    def _title_text(self) -> str:
        best, shown = self._best(), self._shown
        # A word would want its article: only digits are named.
        names = shown is not None and shown.pictures.network.labels == _DIGITS
        if names and best is not None and best[1] > _SURE:
            text = self.tr("The {digit}, inside the network")
            return text.format(digit=best[0])
        return self.tr("The picture, inside the network")

    def _moment_text(self) -> str:
        if self._shown is None:
            return ""
        if not self._looks_back:
            return self.tr("now")
        return self.tr("batch {batch}").format(batch=whole(self._shown.step))

    def _hint(self) -> str:
        if self._shown is None and self._is_going:
            return self.tr("Everything here will change while it learns.")
        if self._drawn is not None and self._drawn.pictures.input is None:
            return self.tr(
                "Draw a digit on the Draw page to see its feature maps here."
            )
        if self._shown is None and self._drawn is not None:
            return self.tr("Random weights: the network only guesses. Click Start.")
        if self._shown is None:
            return self.tr(
                "Click Start: everything here changes while the network learns."
            )
        return ""

    def _kernels_text(self, kernels: LayerPicture | None) -> str:
        if not self._has_kernels:
            return self.tr("No convolution: no kernels")
        if kernels is None:
            return self.tr("Kernels of the first convolution")
        count, inputs, height, width = kernels.shape
        text = self.tr("{layer}: {count} {count|kernel|kernels}, {height} × {width}")
        if inputs > 1:
            text = self.tr(
                "{layer}: {count} {count|kernel|kernels}, {inputs} × {height} × {width}"
            )
        return filled(
            text,
            layer=layer_label(kernels.name),
            count=count,
            inputs=inputs,
            height=height,
            width=width,
        )


def _watched(network: Network) -> tuple[Stage, ...]:
    """Lay the watched layers out, a row each."""
    names = watched_layers(network)
    every = (shown for stage in stages(network) for shown in stage)
    return tuple((shown,) for shown in every if shown.layer.name in names)


def _kind(shown: SnapshotPictures | None) -> object:
    """Return what the words depend on."""
    if shown is None:
        return None
    return shown.pictures.input is None, shown.kernels and shown.kernels.shape
