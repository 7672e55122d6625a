"""The tool of the Train page that looks into the layers while they learn."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLabel,
    QStackedWidget,
    QToolButton,
    QWidget,
)
from typing_extensions import override

from cnnviz.pages.train.model.layer_look import LayerLook, layers_with_weights
from cnnviz.pages.train.presenters.layers.layer_looks import LayerLooks
from cnnviz.pages.train.views.layers.layer_pictures import LayerPictures
from cnnviz.pages.train.views.layers.over_time import OverTime
from cnnviz.state.level import set_level
from cnnviz.state.run.probe_scores import Scores
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.ui.controls.empty_place import EmptyPlace
from cnnviz.ui.controls.fitting_choice import FittingChoice
from cnnviz.ui.controls.fitting_label import FittingLabel
from cnnviz.ui.layer_labels import layer_label
from cnnviz.ui.layouts import in_column, in_row
from cnnviz.ui.numbers import percent, short
from cnnviz.ui.page import Retranslated, set_names
from cnnviz.ui.theme import tokens


class LayersTool(Retranslated):
    """Show one layer at the moment that is looked at, or over the time of the run."""

    def __init__(
        self,
        looks: LayerLooks,
        parent: QWidget | None = None,
        scores: Store[Scores] | None = None,
    ) -> None:
        super().__init__(parent)
        set_level(self, "everything")
        self.setObjectName("layers_tool")
        self._run, self._looks = Run(), looks
        self._drawn: tuple[object, ...] = ()
        self._names: tuple[str, ...] = ()
        self._choice_label = QLabel(self)
        self.choice = FittingChoice(self)
        self._facts, self._hint = FittingLabel(self), EmptyPlace("layers_hint", self)
        self._facts.setObjectName("layer_facts")
        self.pictures, self.times = LayerPictures(self), OverTime(self, scores)
        self._group = QButtonGroup(self)
        self.at_moment, self.over_time = self._button(0), self._button(1)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.choice.currentIndexChanged.connect(self._on_chosen)
        self._group.idClicked.connect(self._on_part_clicked)
        looks.store.changed.connect(self._on_looked)
        self._retranslate()

    def _button(self, index: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumHeight(tokens.HIT)
        self._group.addButton(button, index)
        return button

    def _lay_out(self) -> None:
        self.choice.setMinimumHeight(tokens.HIT)
        self._choice_label.setBuddy(self.choice)
        self.at_moment.setChecked(True)
        parts = in_row(self.at_moment, self.over_time, gap=tokens.SPACE_XS)
        chosen = self._choice_label, self.choice, (self._facts, 1), parts
        head = in_row(*chosen, gap=tokens.SPACE_M)
        for page in (self._hint, self.pictures, self.times):
            self._stack.addWidget(page)
        in_column(head, (self._stack, 1), gap=tokens.SPACE_M, of=self)

    def render_run(self, run: Run) -> None:
        """Show the run; the same measurements and moment again change nothing."""
        self._run = run
        names = run.layers.names
        if not names and run.timeline.shown is not None:
            names = layers_with_weights(run.timeline.shown.pictures.network)
        if names != self._names:
            self._offer(names)
        drawn = run.layers, run.timeline.shown, self.choice.currentIndex()
        if drawn != self._drawn:
            self._drawn = drawn
            self._draw()

    def _offer(self, names: tuple[str, ...]) -> None:
        chosen, self._names = self.layer, names
        with QSignalBlocker(self.choice):
            self.choice.clear()
            self.choice.addItems([layer_label(name) for name in names])
            index = names.index(chosen) if chosen in names else 0
            self.choice.setCurrentIndex(index if names else -1)

    @Slot()
    def _on_chosen(self) -> None:
        self.render_run(self._run)

    @Slot(int)
    def _on_part_clicked(self, _part: int) -> None:
        self._draw()

    @Slot(object, object)
    def _on_looked(self, look: LayerLook | None, _old: LayerLook | None) -> None:
        self.pictures.render_look(look)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looks.set_watched(False)

    @property
    def layer(self) -> str | None:
        """The name of the layer that is looked into; ``None`` before a run."""
        index = self.choice.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else None

    def _watch(self) -> None:
        """Let the layer be computed while its pictures are in front."""
        in_front = self._stack.currentWidget() is self.pictures
        self._looks.set_watched(self.isVisible() and in_front)

    def _draw(self) -> None:
        layer = self.layer
        said = () if layer is None else self._fact_words(layer)
        forms = [" · ".join(said[:count]) for count in range(len(said), 0, -1)]
        self._facts.set_forms(forms)
        page: QWidget = self._hint
        if layer is not None:
            page = self.times if self.over_time.isChecked() else self.pictures
        self._stack.setCurrentWidget(page)
        if page is self.times:
            self.times.render_layer(self._run, layer)
        self._looks.look_into(layer)
        self._watch()

    def _fact_words(self, name: str) -> Sequence[str]:
        if not self._run.layers.kept:
            return ()  # not measured yet, or a run of before it was
        measured = self._run.layers.kept[-1].layers
        newest = next(one for one in measured if one.name == name)
        said = [
            self.tr("gradient {norm}").format(norm=short(newest.gradient_norm, 2)),
            self.tr("each batch changes the weights by {share}").format(
                share=percent(newest.update_ratio, 2)
            ),
        ]
        if newest.dead is not None:
            text = self.tr("{share} of its units are dead")
            said.append(text.format(share=percent(newest.dead, 0)))
        return said

    @override
    def _retranslate(self) -> None:
        self._choice_label.setText(self.tr("La&yer"))
        set_names(
            self.choice,
            "layer_choice",
            self.tr("Layer to look into"),
            self.tr("The layer whose numbers are shown"),
        )
        self._hint.set_words(
            self.tr("Click Start: the layers appear here from the first batch on."),
            self.tr(
                "Kernels and maps of each layer, how the loss changes with them, and "
                "what training changed."
            ),
        )
        self.at_moment.setText(self.tr("At this moment"))
        set_names(
            self.at_moment,
            "layers_at_moment",
            self.at_moment.text(),
            self.tr("Kernels, maps and their gradients at this moment of the training"),
        )
        self.over_time.setText(self.tr("Over time"))
        set_names(
            self.over_time,
            "layers_over_time",
            self.over_time.text(),
            self.tr(
                "How the numbers of the layer were distributed during the training"
            ),
        )
        self._drawn = ()
        self.render_run(self._run)
