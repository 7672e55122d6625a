"""What a network takes for what: read off its answers to the held-out pictures."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnviz.engine.training.predictions import Predictions

Confusion = NDArray[np.int64]
"""``K x K``: row, what a picture shows; column, what was said of it."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How a network does on one class.

    Attributes
    ----------
    index
        The class, from 0.
    pictures, right
        How many held-out pictures show it, and of how many of them that was said.
    said
        Of how many pictures, of whatever class, it was said.
    taken_for
        What its pictures were taken for most often when it was wrong, and how often;
        ``None`` where none was wrong.
    """

    index: int
    pictures: int
    right: int
    said: int
    taken_for: tuple[int, int] | None

    @property
    def recall(self) -> float | None:
        """Share right of the pictures that show it; ``None`` where there are none."""
        return self.right / self.pictures if self.pictures else None

    @property
    def precision(self) -> float | None:
        """Share right of the pictures it was said of; ``None`` where it never was."""
        return self.right / self.said if self.said else None


def class_scores(confusion: Confusion) -> tuple[ClassScore, ...]:
    """Return how each class does.

    Examples
    --------
    >>> first, second = class_scores(np.array([[8, 2], [1, 9]]))
    >>> first.recall, first.precision == 8 / 9, first.taken_for
    (0.8, True, (1, 2))
    """
    wrong = confusion.copy()
    np.fill_diagonal(wrong, 0)
    return tuple(
        ClassScore(
            index,
            int(confusion[index].sum()),
            int(confusion[index, index]),
            int(confusion[:, index].sum()),
            (int(row.argmax()), int(row.max())) if row.any() else None,
        )
        for index, row in enumerate(wrong)
    )


def hardest_class(confusion: Confusion) -> ClassScore | None:
    """Return the class of the lowest recall, the first of equals; ``None`` without a mistake."""
    missed = [one for one in class_scores(confusion) if one.taken_for is not None]
    return min(missed, key=lambda one: one.right / one.pictures, default=None)


def pictures_in_cell(
    predictions: Predictions, true: int, said: int
) -> NDArray[np.intp]:
    """Return the numbers of the pictures of a cell of the confusion, the surest first."""
    is_in = (predictions.labels_n == true) & (predictions.predicted_n == said)
    return _surest_first(predictions, np.flatnonzero(is_in))


def most_confident_mistakes(predictions: Predictions, most: int) -> NDArray[np.intp]:
    """Return the numbers of the pictures it was surest of and wrong, the surest first."""
    wrong = np.flatnonzero(predictions.labels_n != predictions.predicted_n)
    return _surest_first(predictions, wrong)[:most]


def _surest_first(
    predictions: Predictions, numbers: NDArray[np.intp]
) -> NDArray[np.intp]:
    # Stable: of equally sure ones the first of the data set comes first.
    order = np.argsort(-predictions.confidence_n[numbers], kind="stable")
    return numbers[order]
