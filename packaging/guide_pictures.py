"""What the makers of any guide's pictures work with."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

from guide_hand import Reader
from guide_steps import Lesson

from cnnviz.app import Session
from cnnviz.state.level import Level
from cnnviz.tour.robot import Hand, Script, TourFailure


@dataclass(slots=True)
class GuidePictures(ABC):
    """The window, the hand, and what was seen.

    Attributes
    ----------
    hand, session
        The window and its parts.
    language
        Whose guide is followed, ``en`` or ``pt-BR``.
    save
        Writes the window as a picture of that name; ``None``: only the numbers count.
    numbers
        By picture: what it shows.
    """

    level: ClassVar[Level] = "standard"
    """How much of the window the guide is about."""

    hand: Hand
    session: Session
    language: str
    save: Callable[[str], None] | None
    numbers: dict[str, dict[str, object]] = field(default_factory=dict)

    @abstractmethod
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""

    def has_read(self) -> bool:
        """Whether the Draw page, where it is shown, has read what is drawn on it."""
        shown = self.session.draw.store.state
        if self.hand.window.page.key != "draw":
            return True
        picture, answer = self.session.pictures.state, shown.answer
        if shown.loading or shown.picture is not picture:
            return False
        is_blank = picture.ink_hw is not None and not picture.ink_hw.any()
        if answer is None or is_blank:
            return is_blank
        prepared, ink_hw = answer.preparation, picture.ink_hw
        seen = ink_hw if prepared is None else prepared.ink_hw
        if ink_hw is not None and seen is not ink_hw:
            return False
        return shown.answering.key == self.session.networks.state.key


def followed(reader: Reader, lesson: Lesson) -> Script:
    """Do what a lesson tells; of what fails, say in which lesson."""
    try:
        yield from reader.follow(lesson.deeds)
    except TourFailure as failure:
        raise TourFailure(f"lesson {lesson.number}: {failure}") from failure
