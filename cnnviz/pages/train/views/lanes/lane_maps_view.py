"""The maps of the one picture in one of several runs."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cnnviz.engine.networks.layers import Network
from cnnviz.state.run.run_snapshots import SnapshotPictures, watched_layers
from cnnviz.ui.class_text import class_word
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layouts import in_column
from cnnviz.ui.network_view.layer_text import layer_title
from cnnviz.ui.network_view.network_stages import stages
from cnnviz.ui.numbers import sure_percent, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens
from cnnviz.ui.theme.fonts import half_bold
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_LAYERS: Final = 2


class LaneMapsView(Retranslated):
    """Show what a run made of the picture: its first maps, and its answer."""

    def __init__(self, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._number = number
        self._name = ""
        self._shown: SnapshotPictures | None = None
        self._title, self._answer = FittingLabel(self), FittingLabel(self)
        self._title.setObjectName(f"lane_{number}_name")
        self._answer.setObjectName(f"lane_{number}_answer")
        self._title.setFont(half_bold(self._title.font()))
        self._captions = [QLabel(self) for _ in range(_LAYERS)]
        self.tiles = [LayerTiles(self) for _ in range(_LAYERS)]
        parts: list[QWidget | tuple[QWidget, int]] = [self._title, self._answer]
        for caption, tiles in zip(self._captions, self.tiles, strict=True):
            caption.setAlignment(Qt.AlignmentFlag.AlignLeft)
            parts += [caption, (tiles, 1)]
        in_column(*parts, gap=tokens.SPACE_XXS, of=self)
        self._retranslate()

    def set_name(self, name: str) -> None:
        """Say whose maps these are."""
        if name != self._name:
            self._name = name
            self._retranslate()

    def render_shot(self, shown: SnapshotPictures | None) -> None:
        """Show another snapshot, the picture's maps in it."""
        self._shown = shown
        layers = () if shown is None else watched_layers(shown.pictures.network)
        titles = {} if shown is None else _titles(shown.pictures.network)
        found = {} if shown is None else shown.pictures.layers or {}
        for index, tiles in enumerate(self.tiles):
            name = layers[index] if index < len(layers) else ""
            tiles.setVisible(bool(name))
            self._captions[index].setVisible(bool(name))
            self._captions[index].setText(titles.get(name, ""))
            tiles.render_state(found.get(name))
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self._name)
        self._answer.setText(self._answer_text())
        for index, tiles in enumerate(self.tiles):
            words = self.tr("{name}: maps of the picture").format(name=self._name)
            set_names(tiles, f"lane_{self._number}_tiles_{index}", words)

    def _answer_text(self) -> str:
        shown = self._shown
        if shown is None:
            return ""
        batch = self.tr("batch {batch}").format(batch=whole(shown.step))
        if shown.probabilities is None:
            return batch
        best = int(shown.probabilities.argmax())
        text = self.tr("{batch}: says {name} ({sure})")
        return text.format(
            batch=batch,
            name=class_word(shown.pictures.network.labels, best),
            sure=sure_percent(float(shown.probabilities[best])),
        )


def _titles(network: Network) -> dict[str, str]:
    """Return what its layers are called, by name."""
    every = (shown for stage in stages(network) for shown in stage)
    return {shown.layer.name: layer_title(shown) for shown in every}
