"""The tool of the Train page that looks into the layers while they learn."""

from typing import Final

import numpy as np
from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from cnnviz.engine.networks.layers import Conv2d
from cnnviz.engine.networks.shapes import layer_shapes
from cnnviz.engine.training.layer_statistics import LayerStatistics
from cnnviz.pages.train.views.layers.time_grid import TimeCells, TimeGrid
from cnnviz.state.level import set_level
from cnnviz.state.picture.layer_pictures import LayerPicture, kernel_picture
from cnnviz.state.run.layer_times import SpreadOf, norm_times, spread_times
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_snapshots import SnapshotPictures
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent, short, sure_percent, whole
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.texts import plain
from cnnviz.ui.theme import tokens
from cnnviz.ui.tiles.layer_tiles import LayerTiles

_SPREADS: Final[tuple[SpreadOf, ...]] = ("weights", "gradients", "activations")
_LEAST_NORM: Final = 1e-12
_MOST_MARKS: Final = 12
"""Of more classes than lines of words find room, every second or third has its name."""


class LayersTool(Retranslated):
    """Show how one layer's numbers are spread over time, and the gradients of all."""

    def __init__(
        self, parent: QWidget | None = None, scores: Store[Scores] | None = None
    ) -> None:
        super().__init__(parent)
        set_level(self, "everything")
        self.setObjectName("layers_tool")
        self._run, self._scores = Run(), scores
        self._drawn: tuple[object, ...] = ()
        self._names: tuple[str, ...] = ()
        self._choice_label = QLabel(self)
        self.choice = FittingChoice(self)
        self._facts, self._hint = FittingLabel(self), QLabel(self)
        self._facts.setObjectName("layer_facts")
        self._hint.setWordWrap(True)
        self.spreads = {of: TimeGrid(f"layer_{of}", self) for of in _SPREADS}
        self.norms = TimeGrid("layer_norms", self)
        self.answers = TimeGrid("layer_answers", self)
        self._captions = QLabel(self), QLabel(self)
        self.kernels, self.changes = LayerTiles(self), LayerTiles(self)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._on_chosen)
        if scores is not None:
            scores.changed.connect(self._draw_answers)
        self._retranslate()

    def _lay_out(self) -> None:
        self.choice.setMinimumHeight(tokens.HIT)
        self._choice_label.setBuddy(self.choice)
        head = in_row(
            self._choice_label, self.choice, (self._facts, 1), gap=tokens.SPACE_M
        )
        spreads = in_row(
            *((grid, 1) for grid in (*self.spreads.values(), self.answers)),
            gap=tokens.SPACE_XL,
        )
        tiles = [
            in_column(caption, (tiles, 1), gap=tokens.SPACE_XXS)
            for caption, tiles in zip(
                self._captions, (self.kernels, self.changes), strict=True
            )
        ]
        below = in_row((self.norms, 1), *((one, 1) for one in tiles))
        below.setSpacing(tokens.SPACE_XL)
        for caption in self._captions:
            caption.setAlignment(Qt.AlignmentFlag.AlignTop)
        parts = head, self._hint, (spreads, 1), (below, 1)
        in_column(*parts, gap=tokens.SPACE_M, of=self)

    def render_run(self, run: Run) -> None:
        """Show the run; the same measurements and moment again change nothing."""
        self._run = run
        if run.layers.names != self._names:
            self._names = run.layers.names
            with QSignalBlocker(self.choice):
                chosen = max(0, self.choice.currentIndex())
                self.choice.clear()
                self.choice.addItems([layer_label(name) for name in self._names])
                self.choice.setCurrentIndex(min(chosen, len(self._names) - 1))
        drawn = run.layers, run.timeline.shown, self.choice.currentIndex()
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw()

    @Slot()
    def _on_chosen(self) -> None:
        self.render_run(self._run)

    @property
    def layer(self) -> str | None:
        """The name of the layer that is looked into; ``None`` before a run."""
        index = self.choice.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else None

    def _draw(self) -> None:
        layer = self.layer
        self._hint.setVisible(layer is None)
        self._facts.setText("" if layer is None else self._fact_words(layer))
        for of, grid in self.spreads.items():
            grid.render_cells(None if layer is None else self._spread_cells(layer, of))
        self.norms.render_cells(self._norm_cells())
        self._draw_answers()
        self._draw_kernels(layer)

    @Slot()
    def _draw_answers(self) -> None:
        """Show how sure the network was of each answer, at the moments of the run."""
        network = self._run.network
        scores = Scores() if self._scores is None else self._scores.state
        times = scores.times()
        if times is None or network is None or len(times[0]) != len(network.labels):
            self.answers.render_cells(None)
            return
        shares_rc, steps_c = times
        names, count = tuple(map(plain, network.labels)), len(network.labels)
        every = -(-count // _MOST_MARKS)
        marks = tuple(
            ((row + 0.5) / count, names[row]) for row in range(0, count, every)
        )
        said = tuple(
            tuple(sure_percent(float(one)) for one in row) for row in shares_rc
        )
        cells = TimeCells(shares_rc, shares_rc, names, marks, steps_c, said)
        self.answers.render_cells(cells)

    def _fact_words(self, name: str) -> str:
        newest = next(one for one in self._measured() if one.name == name)
        said = [
            self.tr("gradient {norm}").format(norm=short(newest.gradient_norm, 2)),
            self.tr("each batch changes the weights by {share}").format(
                share=percent(newest.update_ratio, 2)
            ),
        ]
        if newest.dead is not None:
            text = self.tr("{share} of its units are dead")
            said.append(text.format(share=percent(newest.dead, 0)))
        return " · ".join(said)

    def _measured(self) -> tuple[LayerStatistics, ...]:
        return self._run.layers.kept[-1].layers

    def _spread_cells(self, layer: str, of: SpreadOf) -> TimeCells | None:
        times = spread_times(self._run.layers, layer, of)
        if times is None:
            return None
        shares_rc = times.shares_rc
        # Each moment by itself: the fullest range is the strongest.
        shades_rc = np.sqrt(shares_rc / np.maximum(shares_rc.max(axis=0), 1e-12))
        text = self.tr("{low} to {high}")
        ends = (times.values_of(row) for row in range(len(shares_rc)))
        rows = tuple(
            text.format(low=short(low, 2), high=short(high, 2)) for low, high in ends
        )
        marks = [(0.0, short(times.high, 2)), (1.0, short(times.low, 2))]
        zero = times.high / (times.high - times.low)
        if 0.1 < zero < 0.9:
            marks.append((zero, "0"))
        said_rc = tuple(tuple(percent(one, 1) for one in row) for row in shares_rc)
        return TimeCells(
            shades_rc, shares_rc, rows, tuple(marks), times.steps_c, said_rc
        )

    def _norm_cells(self) -> TimeCells | None:
        times = norm_times(self._run.layers)
        if times is None:
            return None
        norms_lc, steps_c = times
        logs_lc = np.log10(np.maximum(norms_lc, _LEAST_NORM))
        low, high = float(logs_lc.min()), float(logs_lc.max())
        # At least three powers of ten: what is nearly the same shall look the same.
        span = max(3.0, high - low)
        shades_lc = 1 - (high - logs_lc) / span
        names = tuple(layer_label(name) for name in self._names)
        count = len(names)
        marks = tuple(((row + 0.5) / count, name) for row, name in enumerate(names))
        said = tuple(tuple(short(float(one), 3) for one in row) for row in norms_lc)
        return TimeCells(shades_lc, norms_lc, names, marks, steps_c, said)

    def _draw_kernels(self, layer: str | None) -> None:
        timeline = self._run.timeline
        shown, first = timeline.shown, timeline.kept[0] if timeline.kept else None
        now = self._kernels(layer, shown)
        self.kernels.render_state(now)
        change = None
        if now is not None and shown is not None and first is not None:
            change = self._kernels(layer, shown, first)
        self.changes.render_state(change)
        self._captions[0].setText(self._kernel_words(layer, now))
        batch = 0 if first is None else first.step
        self._captions[1].setText(
            ""
            if now is None
            else self.tr("Changed since batch {batch}").format(batch=whole(batch))
        )

    def _kernels(
        self,
        name: str | None,
        shown: SnapshotPictures | None,
        before: SnapshotPictures | None = None,
    ) -> LayerPicture | None:
        """Return a convolution's kernels, or what they are more than they were."""
        if shown is None or name is None:
            return None
        network = shown.pictures.network
        for layer, (inputs, _) in zip(
            network.layers, layer_shapes(network), strict=True
        ):
            if layer.name == name and isinstance(layer, Conv2d):
                weight = shown.weights[f"{name}.weight"]
                if before is not None:
                    weight = weight - before.weights[f"{name}.weight"]
                return kernel_picture(name, layer.kernels_oikk(weight, inputs[0][0]))
        return None

    def _kernel_words(self, layer: str | None, now: LayerPicture | None) -> str:
        if layer is None:
            return ""
        if now is None:
            text = self.tr("{layer} has no kernels: it is no convolution.")
            return text.format(layer=layer_label(layer))
        return self.tr("Kernels of {layer}").format(layer=layer_label(layer))

    @override
    def _retranslate(self) -> None:
        self._choice_label.setText(self.tr("La&yer"))
        set_names(
            self.choice,
            "layer_choice",
            self.tr("Layer to look into"),
            self.tr("The layer whose numbers are shown over the run"),
        )
        self._hint.setText(
            self.tr("Start a run: how the numbers of each layer change shows here.")
        )
        tip = self.tr("From left to right the run goes on; strong is where many are")
        titles = {
            "weights": self.tr("Weights"),
            "gradients": self.tr("Gradients"),
            "activations": self.tr("Outputs"),
        }
        for of, grid in self.spreads.items():
            grid.set_title(titles[of], tip)
        self.answers.set_title(
            self.tr("Answers"),
            self.tr("How sure the network was of each answer for your picture"),
        )
        self.norms.set_title(
            self.tr("Gradients of all layers"),
            self.tr(
                "Length of each layer's gradient; strong is long, by powers of ten"
            ),
        )
        tip = self.tr("Blue below 0, orange above")
        set_names(self.kernels, "layer_kernels", self.tr("Kernels of the layer"), tip)
        set_names(
            self.changes, "layer_changes", self.tr("What training changed in them"), tip
        )
        self._drawn = ()
        self.render_run(self._run)
