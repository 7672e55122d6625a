"""Comparing what the page shows with another picture or another network."""

from dataclasses import dataclass, replace
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.datasets.browse import PictureQuery, datasets_here
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.placement import Placement
from cnnviz.engine.images.samples import SAMPLES
from cnnviz.pages.network.model.comparison import (
    AnswerCurve,
    Axis,
    ComparisonAnswer,
    ComparisonQuestion,
    CurveQuestion,
)
from cnnviz.pages.network.model.network_state import NetworkState
from cnnviz.pages.network.presenters.comparing_worker import ComparingWorker
from cnnviz.pages.network.presenters.curve_worker import CurveWorker
from cnnviz.pages.network.presenters.network_presenter import NetworkPresenter
from cnnviz.state.current_network import CurrentNetwork
from cnnviz.state.network_choices import NetworkChoices
from cnnviz.state.picture.shared_picture import SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.network_opening import OpeningProgress
from cnnviz.state.workers.newest import NewestAnswer
from cnnviz.state.workers.picture_loading import (
    Reading,
    ReadPicture,
    dataset_picture,
    sample_picture,
)

View = Literal["beside", "difference"]

SAME: Final = "same"
DRAWING: Final = "drawing"
DIGIT: Final = "digit"
PICTURES: Final = (SAME, DRAWING, DIGIT, *SAMPLES)
"""What can be the second picture: samples by their key."""

FIRST_PLACE: Final = Placement(right=2)
"""Not where the first lies: there would be nothing to see."""


@dataclass(frozen=True, slots=True, eq=False)
class ComparisonState:
    """What is compared, and what came of it.

    Attributes
    ----------
    is_on
        Whether anything is.
    network
        The second network; ``None``: the same.
    picture
        The second picture: one of `PICTURES`.
    placement
        Where that lies.
    view
        Whether the second is shown, or what it makes different.
    axis
        Along what the curve goes.
    opening
        How far the second network is, where it takes long.
    answer, curve
        The newest; ``None`` before the first.
    error, curve_error
        Why there is no answer, and why there is no curve.
    drawing
        The last drawing that was seen.
    """

    is_on: bool = False
    network: CurrentNetwork | None = None
    picture: str = SAME
    placement: Placement = FIRST_PLACE
    view: View = "beside"
    axis: Axis = "right"
    opening: OpeningProgress | None = None
    answer: ComparisonAnswer | None = None
    curve: AnswerCurve | None = None
    error: CnnvizError | None = None
    curve_error: CnnvizError | None = None
    drawing: SharedPicture | None = None


class ComparisonPresenter(QObject):
    """Ask for the second answer whenever the first, or what is compared, changes."""

    def __init__(
        self,
        network: NetworkPresenter,
        choices: NetworkChoices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.network, self.choices = network, choices
        self.store = Store(ComparisonState(), self)
        self._reading: Reading | None = None
        self._untrained: CurrentNetwork | None = None
        self._answering = NewestAnswer(ComparingWorker(), self)
        self._answering.arrived.connect(self._on_said)
        self._answering.failed.connect(self._on_failed)
        self._curving = NewestAnswer(CurveWorker(), self)
        self._curving.arrived.connect(self._on_curve)
        self._curving.failed.connect(self._on_curve_failed)
        self._asked: CurveQuestion | None = None
        network.store.changed.connect(self._on_network_state)
        self._remember_drawing(network.store.state.picture)

    def set_on(self, is_on: bool) -> None:
        """Begin to compare, or end it."""
        if is_on != self.store.state.is_on:
            self._replace(is_on=is_on, answer=None, opening=None, error=None)
            if not is_on:
                self._answering.forget()
            self._ask()

    def networks(self) -> tuple[CurrentNetwork, ...]:
        """Return who can answer instead: the chooser's, and the same before training."""
        now = self.network.store.state.answering
        others = [each for each in self.choices.store.state if each is not now]
        name = now.network.name
        is_there = any(
            each.origin == "untrained" and each.network.name == name for each in others
        )
        if now.origin != "untrained" and not is_there:
            made, root = self._untrained, now.root
            if made is None or made.network is not root.network:
                made = replace(root, weights=None, origin="untrained", weights_name="")
                self._untrained = made
            others.append(made)
        return tuple(others)

    def use_network(self, network: CurrentNetwork | None) -> None:
        """Let another network answer; ``None``: the same."""
        if network is not self.store.state.network:
            place = self.store.state.placement
            if network is not None and place == FIRST_PLACE:
                place = Placement()  # now the networks differ: one thing at a time
            self._replace(network=network, placement=place, opening=None)
            self._ask()

    def cancel_opening(self) -> bool:
        """Compare with what answered before a large network that is being opened, if one is."""
        state = self.store.state
        if state.opening is None:
            return False
        self.use_network(
            None if state.answer is None else state.answer.question.network
        )
        return True

    def use_picture(self, picture: str) -> None:
        """Take another picture; a digit is another one each time."""
        if picture != self.store.state.picture or picture == DIGIT:
            self._reading = self._how_to_read(picture)
            is_same = picture == SAME
            place = FIRST_PLACE if is_same else Placement()
            self._replace(picture=picture, placement=place)
            self._ask()

    def place(self, placement: Placement) -> None:
        """Put the second picture at another place."""
        if placement != self.store.state.placement:
            self._replace(placement=placement)
            self._ask()

    def view_as(self, view: View) -> None:
        """Show the second, or what it makes different."""
        self._replace(view=view)

    def use_axis(self, axis: Axis) -> None:
        """Draw the curve along another way of moving."""
        if axis != self.store.state.axis:
            self._replace(axis=axis)
            self._ask_curve()

    def shut_down(self) -> None:
        """End both threads."""
        self._answering.shut_down()
        self._curving.shut_down()

    def _how_to_read(self, picture: str) -> Reading | None:
        drawing = self.store.state.drawing
        if picture == DRAWING and drawing is not None:
            return partial(ReadPicture, drawing)
        if picture == DIGIT:
            return partial(_any_digit)
        return partial(sample_picture, picture) if picture in SAMPLES else None

    def _ask(self) -> None:
        state, page = self.store.state, self.network.store.state
        first = page.answer
        if not state.is_on or first is None:
            return
        if first.question.opened is not page.opened:
            return
        asked = state.network, self._reading, state.placement, page.every_layer
        self._answering.request(ComparisonQuestion(first, *asked))

    def _ask_curve(self) -> None:
        state = self.store.state
        if not state.is_on or state.answer is None:
            return
        second = state.answer.second.question
        opened = [state.answer.question.first.question.opened]
        if second.opened is not opened[0]:
            opened.append(second.opened)
        where = replace(
            state.placement, **{state.axis: getattr(Placement(), state.axis)}
        )
        question = CurveQuestion(
            second.picture, tuple(opened), state.axis, where, second.fit
        )
        if question != self._asked:
            before, self._asked = self._asked, question
            if before is None or replace(before, placement=where) != question:
                # not even about the same any more
                self._replace(curve=None, curve_error=None)
            self._curving.request(question)

    def _replace(self, **changes: object) -> None:
        self.store.replace(replace(self.store.state, **changes))  # type: ignore[arg-type]

    def _remember_drawing(self, picture: SharedPicture) -> None:
        if picture.origin == "drawing":
            self._replace(drawing=picture)

    @Slot(object, object)
    def _on_network_state(self, new: NetworkState, old: NetworkState) -> None:
        if new.picture is not old.picture:
            self._remember_drawing(new.picture)
        second = self.store.state.network
        made, first = self._untrained, new.answering
        is_of_another = made is not None and made.network is not first.root.network
        if first is second or (second is made and is_of_another):
            self._replace(
                network=None, opening=None
            )  # it is the first by now, or of one before
        if new.answer is not old.answer or new.opened is not old.opened:
            if new.answer is None:
                self._answering.forget()
                self._replace(answer=None, opening=None)
            self._ask()

    @Slot(object)
    def _on_said(self, said: OpeningProgress | ComparisonAnswer) -> None:
        if not self.store.state.is_on:
            return
        if isinstance(said, OpeningProgress):
            self._replace(opening=said)
        else:
            self._replace(answer=said, opening=None, error=None)
            self._ask_curve()

    @Slot(object)
    def _on_failed(self, error: CnnvizError) -> None:
        self._replace(answer=None, opening=None, error=error)

    @Slot(object)
    def _on_curve(self, curve: AnswerCurve) -> None:
        self._replace(curve=curve, curve_error=None)

    @Slot(object)
    def _on_curve_failed(self, error: CnnvizError) -> None:
        self._asked = None  # it may be asked again
        self._replace(curve=None, curve_error=error)


def _any_digit() -> ReadPicture:
    """Read a digit of MNIST, or of the built-in ones where there is no MNIST."""
    here = datasets_here()
    dataset = "mnist" if "mnist" in here else "builtin"
    return dataset_picture(PictureQuery(dataset), "{label}")
