"""Classes of one's own and their examples, as they are changed: every change is a new one."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    DIGIT_SIZE,
    prepare_drawing,
    prepare_picture,
)
from cnnviz.engine.shown_text import escaped

LEAST_CLASSES: Final = 2
MOST_CLASSES: Final = 20
LEAST_EXAMPLES: Final = 3
"""Of a class, to learn from."""
MOST_EXAMPLES: Final = 200
"""Of a class."""
LONGEST_NAME: Final = 40


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A drawing as a network reads it; compared by identity.

    Attributes
    ----------
    digit_hw
        uint8, 28 x 28, prepared as the Draw page prepares what it asks about.
    """

    digit_hw: NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class OwnClass:
    """A class of one's own: its name, and its examples in their order."""

    name: str
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class OwnClasses:
    """A collection of classes; a change returns another one.

    Attributes
    ----------
    classes
        In the order in which a network answers them.
    """

    classes: tuple[OwnClass, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """What the classes are called."""
        return tuple(one.name for one in self.classes)

    @property
    def total(self) -> int:
        """How many examples there are."""
        return sum(len(one.examples) for one in self.classes)

    def with_class(self, name: str) -> "OwnClasses":
        """Add a class without examples.

        Raises
        ------
        CnnvizError
            ``own_classes_too_many``, or what `checked_name` raises.
        """
        if len(self.classes) >= MOST_CLASSES:
            raise CnnvizError("own_classes_too_many", most=MOST_CLASSES)
        return OwnClasses((*self.classes, OwnClass(checked_name(name, self.names))))

    def renamed(self, place: int, name: str) -> "OwnClasses":
        """Call a class otherwise; raises what `checked_name` raises."""
        others = [one for at, one in enumerate(self.names) if at != place]
        name = checked_name(name, others)
        return self._with(place, replace(self.classes[place], name=name))

    def without_class(self, place: int) -> "OwnClasses":
        """Take a class out, with its examples."""
        return OwnClasses(self.classes[:place] + self.classes[place + 1 :])

    def with_examples(self, place: int, examples: Sequence[Example]) -> "OwnClasses":
        """Add examples to a class.

        Raises
        ------
        CnnvizError
            ``own_examples_too_many``.
        """
        one = self.classes[place]
        together = (*one.examples, *examples)
        if len(together) > MOST_EXAMPLES:
            raise CnnvizError(
                "own_examples_too_many",
                label=one.name,
                count=len(together),
                most=MOST_EXAMPLES,
            )
        return self._with(place, replace(one, examples=together))

    def without_example(self, place: int, number: int) -> "OwnClasses":
        """Take one example of a class out."""
        one = self.classes[place]
        left = one.examples[:number] + one.examples[number + 1 :]
        return self._with(place, replace(one, examples=left))

    def check_enough(self) -> None:
        """Refuse what no network can be trained from.

        Raises
        ------
        CnnvizError
            ``own_classes_too_few`` or ``own_examples_too_few``.
        """
        if len(self.classes) < LEAST_CLASSES:
            raise CnnvizError(
                "own_classes_too_few", count=len(self.classes), least=LEAST_CLASSES
            )
        for one in self.classes:
            if len(one.examples) < LEAST_EXAMPLES:
                raise CnnvizError(
                    "own_examples_too_few",
                    label=one.name,
                    missing=LEAST_EXAMPLES - len(one.examples),
                    least=LEAST_EXAMPLES,
                )

    def _with(self, place: int, one: OwnClass) -> "OwnClasses":
        return OwnClasses((*self.classes[:place], one, *self.classes[place + 1 :]))


def checked_name(name: str, others: Sequence[str] = ()) -> str:
    r"""Return a name of a class on one line, without what cannot be seen.

    Raises
    ------
    CnnvizError
        ``own_name_empty``, ``own_name_too_long`` or ``own_name_taken``.

    Examples
    --------
    >>> checked_name(" two\n dots "), checked_name("<b>B</b>")
    ('two dots', '<b>B</b>')
    """
    spaced = "".join(" " if one.isspace() else one for one in name)
    # What joins signs or turns their order round has no shape of its own.
    seen = "".join(one for one in spaced if unicodedata.category(one)[0] != "C")
    clean = unicodedata.normalize("NFC", " ".join(seen.split()))
    if not clean:
        raise CnnvizError("own_name_empty")
    if len(clean) > LONGEST_NAME:
        raise CnnvizError("own_name_too_long", characters=len(clean), most=LONGEST_NAME)
    if clean in others:
        raise CnnvizError("own_name_taken", label=clean)
    return escaped(clean)


def example_of_ink(ink_hw: NDArray[np.uint8]) -> Example:
    """Prepare a drawing; raises ``drawing_empty``."""
    return Example(prepare_drawing(ink_hw, keep_spots=True).digit_hw)


def example_of_picture(picture: Picture) -> Example:
    """Prepare a picture; one that is an example already stays as it is.

    Raises
    ------
    CnnvizError
        ``drawing_empty``.
    """
    return Example(prepare_picture(picture, keep_spots=True).digit_hw)


def is_example(picture: Picture) -> bool:
    """Whether a picture has the size of an example, and is grey."""
    return picture.is_grey and picture.size_hw == (DIGIT_SIZE, DIGIT_SIZE)
