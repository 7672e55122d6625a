"""One layer at the moment of the timeline, looked into in a thread."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.pages.train.model.layer_look import (
    MOST_UNITS,
    LayerLook,
    LayerQuestion,
    LookedGradients,
    layers_with_weights,
)
from cnnviz.pages.train.presenters.layers.weight_pictures import weight_picture
from cnnviz.pages.train.presenters.opened_steps import OpenedSteps
from cnnviz.state.picture.layer_pictures import LayerPicture, layer_picture
from cnnviz.state.run.run_state import Run
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer

_PAUSE_MS: Final = 400
_SOON_MS: Final = 20
_SHARE: Final = 10
"""While a run goes, looking takes a tenth of the time of one thread at most."""


class LayerLooks(QObject):
    """Hold what a layer is at the moment that is looked at: ``store``, once it is known."""

    def __init__(self, run: Store[Run], steps: OpenedSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._run, self._steps = run, steps
        self.store: Store[LayerLook | None] = Store(None, self)
        self._layer: str | None = None
        self._asked: tuple[object, ...] = ()
        self._is_watched = False
        self._clock, self._rest_ms = QElapsedTimer(), 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._ask)
        self._worker = NewestAnswer(LatestWorker(layer_look, "layer"), self)
        self._worker.arrived.connect(self._on_arrived)
        run.changed.connect(self._on_run_changed)

    def look_into(self, layer: str | None) -> None:
        """Choose the layer by its name."""
        if layer != self._layer:
            self._layer = layer
            self._ask()

    def set_watched(self, watched: bool) -> None:
        """Learn whether the layer is being looked at: else nothing is computed."""
        if watched != self._is_watched:
            self._is_watched = watched
            self._ask()

    def shut_down(self) -> None:
        """End the thread."""
        self._pause.stop()
        self._worker.shut_down()

    @Slot(object, object)
    def _on_run_changed(self, new: Run, old: Run) -> None:
        if new.number != old.number:
            self._worker.forget()
            self.store.replace(None)
        if not self._is_watched or self._pause.isActive():
            return
        if new.phase in ("running", "followed"):
            self._pause.start(max(_PAUSE_MS, self._rest_ms))
        else:
            self._ask()

    @Slot()
    def _ask(self) -> None:
        question = self._question() if self._is_watched else None
        if question is None:
            return
        asked = (question.layer, question.weights, question.picture, question.label)
        if len(self._asked) == len(asked) and all(
            one is other for one, other in zip(asked, self._asked, strict=True)
        ):
            return
        if self._worker.is_waiting:
            # Finished first: in a run that is played every answer would come too late.
            self._pause.start(_SOON_MS)
            return
        self._asked = asked
        self._clock.start()
        self._worker.request(question)

    def _question(self) -> LayerQuestion | None:
        timeline = self._run.state.timeline
        shot = timeline.shown
        if shot is None or self._layer is None:
            return None
        network, first = shot.pictures.network, timeline.kept[0]
        if self._layer not in layers_with_weights(network):
            return None
        return LayerQuestion(
            network=network,
            layer=self._layer,
            step=shot.step,
            weights=shot.weights,
            first_step=first.step,
            first_weights=first.weights,
            picture=shot.probe_hw,
            label=self._steps.label,
        )

    @Slot(object)
    def _on_arrived(self, look: LayerLook) -> None:
        self._rest_ms = _SHARE * self._clock.elapsed()
        self.store.replace(look)


def layer_look(question: LayerQuestion) -> LayerLook:
    """Paint a layer, and compute how the loss of the picture changes with its numbers."""
    network, name = question.network, f"{question.layer}.weight"
    now = question.weights[name]
    weights = _weights(question, now)
    change = _weights(question, now - question.first_weights[name])
    if question.picture is None:
        return LayerLook(question, weights, change)
    from cnnviz.engine.training.one_step.loss_gradients import loss_gradients

    asked = network, question.weights, question.picture, question.label
    try:
        found = loss_gradients(*asked)
    except CnnvizError as problem:
        return LayerLook(question, weights, change, problem=problem)
    of_maps = found.of_outputs.get(question.layer)
    gradients = LookedGradients(
        label=found.label,
        loss=found.loss,
        of_weights=_weights(question, found.of_weights[name]),
        maps=_maps(question, found.outputs[question.layer]),
        of_maps=None if of_maps is None else _maps(question, of_maps),
    )
    return LayerLook(question, weights, change, gradients)


def _weights(question: LayerQuestion, values: Array) -> LayerPicture:
    return weight_picture(question.network, question.layer, values, MOST_UNITS)


def _maps(question: LayerQuestion, values: Array) -> LayerPicture:
    # Signed, all of them: what learns is followed by a ReLU, if by any.
    kind = question.spec.key
    return layer_picture(
        LayerOutput(question.layer, kind, values, can_be_negative=True)
    )
