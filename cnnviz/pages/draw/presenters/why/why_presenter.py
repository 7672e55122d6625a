"""From an answer on the Draw page to its explanation."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, Slot
from typing_extensions import override

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.explain.class_scores import logits_of, runner_up
from cnnviz.engine.explain.grad_cam import cam_layers
from cnnviz.pages.draw.presenters.tool_presenter import ToolPresenter
from cnnviz.pages.draw.presenters.why.explaining import (
    Comparing,
    ExplainingWorker,
    Explanation,
    Method,
    WhyQuestion,
)
from cnnviz.state.workers.inference import DrawAnswer

PATCHES: Final = (1, 12)
"""The least and the largest side of a patch."""

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


class WhyPresenter(ToolPresenter[WhyState, Comparing | Explanation]):
    """Ask for an explanation whenever the answer or the method changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(WhyState(), ExplainingWorker(), parent)

    @property
    @override
    def is_waiting(self) -> bool:
        """Whether an explanation is on its way."""
        return super().is_waiting or self.store.state.comparing is not None

    @Slot()
    @override
    def rest(self) -> None:
        super().rest()
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

    @override
    def _take(self, answer: DrawAnswer) -> None:
        self._replace(answer=answer, error=None)

    @override
    def _has_outcome(self) -> bool:
        return self.store.state.explanation is not None

    @override
    def _forget(self, answer: DrawAnswer | None) -> None:
        self._replace(answer=None, explanation=None, error=None, comparing=None)

    @override
    def _question(self) -> WhyQuestion | None:
        return _question(self.store.state)

    @Slot()
    @override
    def _ask(self) -> None:
        self._replace(comparing=None)
        super()._ask()

    @Slot(object)
    @override
    def _on_arrived(self, answer: Comparing | Explanation) -> None:
        if isinstance(answer, Comparing):
            self._replace(comparing=answer)
        else:
            self._replace(explanation=answer, error=None, comparing=None)

    @Slot(object)
    @override
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
