"""What the makers of any guide's pictures work with."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field

from guide_hand import Reader
from guide_steps import Lesson

from cnnviz.app import Session
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

    hand: Hand
    session: Session
    language: str
    save: Callable[[str], None] | None
    numbers: dict[str, dict[str, object]] = field(default_factory=dict)

    @abstractmethod
    def script(self) -> Script:
        """Make every picture; yield what to wait for."""


def followed(reader: Reader, lesson: Lesson) -> Script:
    """Do what a lesson tells; of what fails, say in which lesson."""
    try:
        yield from reader.follow(lesson.deeds)
    except TourFailure as failure:
        raise TourFailure(f"lesson {lesson.number}: {failure}") from failure
