"""From an answer on the Draw page to its explanation."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.class_scores import logits_of, runner_up
from cnnviz.engine.explain.grad_cam import cam_layers
from cnnviz.pages.draw.presenters.why.explaining import (
    Comparing,
    ExplainingWorker,
    Explanation,
    Method,
    WhyQuestion,
)
from cnnviz.state.store import Store
from cnnviz.state.workers.inference import DrawAnswer
from cnnviz.state.workers.newest import NewestAnswer

PATCHES: Final = (1, 12)
"""The least and the largest side of a patch."""

PAUSE_MS: Final = 120
"""After a movement of the pen: while it moves, the answer comes first."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class WhyState:
    """What the Why tool shows.

    Attributes
    ----------
    method
        How it is explained.
    chosen_other
        The class that was chosen for comparison; ``None`` for the runner-up.
    patch, fill
        Side and level of the patch.
    at
        Upper left corner of the patch; ``None`` while it lies nowhere.
    layer
        The convolution whose maps Grad-CAM takes; empty for the last one.
    answer
        What is explained; ``None`` before there is an answer.
    explanation
        The newest one; the digit may already be a stroke ahead of it.
    error
        Why there is none.
    comparing
        How far the training pictures are compared, while they are.
    """

    method: Method = "occlusion"
    chosen_other: int | None = None
    patch: int = 5
    fill: int = 0
    at: Place | None = None
    layer: str = ""
    answer: DrawAnswer | None = None
    explanation: Explanation | None = None
    error: CnnvizError | None = None
    comparing: Comparing | None = None

    @property
    def label(self) -> int | None:
        """The class answered."""
        trace = None if self.answer is None else self.answer.trace
        return None if trace is None else trace.best

    @property
    def other(self) -> int | None:
        """The class that it is compared with."""
        answer = self.answer
        if answer is None or answer.trace is None or answer.network is None:
            return None
        if self.chosen_other is not None and self.chosen_other != self.label:
            return self.chosen_other
        outputs_nk = answer.trace.layers[-1].values[None]
        network = answer.network.current.network
        return runner_up(logits_of(outputs_nk, network.answer)[0], answer.trace.best)

    @property
    def layers(self) -> tuple[tuple[str, str], ...]:
        """The convolutions that Grad-CAM can look at, and whose maps it takes then."""
        if self.answer is None or self.answer.network is None:
            return ()
        return cam_layers(self.answer.network.current.network)

    @property
    def cam_layer(self) -> tuple[str, str] | None:
        """The one that it looks at."""
        layers = self.layers
        for pair in layers:
            if pair[0] == self.layer:
                return pair
        return layers[-1] if layers else None


class WhyPresenter(QObject):
    """Ask for an explanation whenever the answer or the method changes.

    Nothing is asked before `show_answer`, nor after `rest`. ``store`` is what the tool
    renders.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store: Store[WhyState] = Store(WhyState(), self)
        self._worker = NewestAnswer(ExplainingWorker(), self)
        self._worker.arrived.connect(self._on_arrived)
        self._worker.failed.connect(self._on_failed)
        self._is_resting = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def is_waiting(self) -> bool:
        """Whether an explanation is on its way."""
        is_comparing = self.store.state.comparing is not None
        return self._worker.is_waiting or is_comparing or self._pause.isActive()

    def show_answer(self, answer: DrawAnswer | None) -> None:
        """Explain an answer; the same one again changes nothing."""
        if answer is self.store.state.answer and not self._is_resting:
            return
        self._is_resting = False
        if answer is None or answer.trace is None:
            self._pause.stop()
            self._worker.forget()
            self._replace(answer=None, explanation=None, error=None, comparing=None)
            return
        is_first = self.store.state.explanation is None
        self._replace(answer=answer, error=None)
        if is_first:
            self._ask()
        else:
            self._pause.start()

    @Slot()
    def rest(self) -> None:
        """Compute nothing more: nobody looks."""
        self._is_resting = True
        self._pause.stop()
        self._worker.forget()
        self._replace(comparing=None)

    def choose_method(self, method: Method) -> None:
        """Explain in another way."""
        self._change(method=method, error=None)

    def choose_other(self, other: int | None) -> None:
        """Compare with another class, or with the runner-up."""
        self._change(chosen_other=other)

    def choose_patch(self, side: int) -> None:
        """Take a patch of another size; it lies nowhere then."""
        self._change(patch=side, at=None)

    def choose_fill(self, level: int) -> None:
        """Take a patch of another level."""
        self._change(fill=level)

    def choose_layer(self, layer: str) -> None:
        """Take the maps of another convolution."""
        self._change(layer=layer)

    def move_patch(self, at: Place | None) -> None:
        """Lay the patch somewhere, or take it away: its answer is known already."""
        self._replace(at=at)

    def shut_down(self) -> None:
        """End the thread."""
        self._worker.shut_down()

    def _change(self, **changes: object) -> None:
        state = self.store.state
        if any(getattr(state, name) != value for name, value in changes.items()):
            self._replace(**changes)
            self._ask()

    @Slot()
    def _ask(self) -> None:
        self._replace(comparing=None)
        question = None if self._is_resting else _question(self.store.state)
        if question is None:
            self._worker.forget()
        else:
            self._worker.request(question)

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]

    @Slot(object)
    def _on_arrived(self, answer: Comparing | Explanation) -> None:
        if isinstance(answer, Comparing):
            self._replace(comparing=answer)
        else:
            self._replace(explanation=answer, error=None, comparing=None)

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self._replace(explanation=None, error=error, comparing=None)


def _question(state: WhyState) -> WhyQuestion | None:
    """Return what to ask; ``None`` where there is nothing to explain."""
    answer, label, other = state.answer, state.label, state.other
    if answer is None or answer.network is None or label is None or other is None:
        return None
    layer = state.cam_layer
    if answer.seen is None or (state.method == "grad_cam" and layer is None):
        return None
    return WhyQuestion(
        state.method,
        answer.network,
        answer.seen,
        label,
        other,
        state.chosen_other,
        state.patch,
        state.fill,
        "" if layer is None else layer[1],
    )
