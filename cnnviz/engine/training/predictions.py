"""What a network said of each held-out picture, and how sure it was."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from cnnviz.engine.files import DAMAGED, failing_as, read_regular, write_whole

PREDICTIONS: Final = "predictions"
"""The folder of their files, one an epoch, inside that of a run."""

_CLASSES_OF_A_BYTE: Final = 256

_MOST_BYTES: Final = 256 * 2**20
"""Of a file: some 50 million pictures."""


@dataclass(frozen=True, slots=True, eq=False)
class Predictions:
    """The answers for all held-out pictures, in the order of the data set.

    Attributes
    ----------
    classes
        How many classes the network knows.
    labels_n, predicted_n
        The class that each picture shows, and the one that was said: uint8, or uint16
        where there are more than 256 classes.
    confidence_n
        The probability of what was said, float16, above 0 to 1.
    """

    classes: int
    labels_n: NDArray[np.unsignedinteger]
    predicted_n: NDArray[np.unsignedinteger]
    confidence_n: NDArray[np.float16]

    @classmethod
    def of(
        cls,
        classes: int,
        labels_n: NDArray[np.integer],
        predicted_n: NDArray[np.integer],
        confidence_n: NDArray[np.floating],
    ) -> "Predictions":
        """Return answers in the types that they are kept in."""
        kind = np.uint8 if classes <= _CLASSES_OF_A_BYTE else np.uint16
        return cls(
            classes,
            labels_n.astype(kind),
            predicted_n.astype(kind),
            confidence_n.astype(np.float16),
        )

    def confusion(self) -> NDArray[np.int64]:
        """Return how many pictures of each class were taken for each class.

        Returns
        -------
        array
            ``K x K``: row, what a picture shows; column, what was said.

        Examples
        --------
        >>> two = np.array([0, 0, 1]), np.array([0, 1, 1]), np.ones(3)
        >>> Predictions.of(2, *two).confusion().tolist()
        [[1, 1], [0, 1]]
        """
        cells = self.labels_n.astype(np.int64) * self.classes + self.predicted_n
        counts = np.bincount(cells, minlength=self.classes**2)
        return counts.reshape(self.classes, self.classes)


def predictions_file(run: Path, epoch: int) -> Path:
    """Return where the answers after an epoch are kept in a run's folder."""
    return run / PREDICTIONS / f"{epoch:06}.safetensors"


def write_predictions(run: Path, epoch: int, predictions: Predictions) -> None:
    """Keep the answers after an epoch.

    Raises
    ------
    CnnvizError
        ``file_unwritable``.
    """
    file = predictions_file(run, epoch)
    arrays = {
        "labels": predictions.labels_n,
        "predicted": predictions.predicted_n,
        "confidence": predictions.confidence_n,
    }
    data = save(arrays, {"classes": str(predictions.classes)})
    with failing_as("file_unwritable", str(file)):
        file.parent.mkdir(exist_ok=True)
    write_whole(file, data)


def read_predictions(run: Path, epoch: int, classes: int) -> Predictions | None:
    """Return the answers after an epoch; ``None`` where no good file has them.

    A run is older than this, or its file is damaged: the run itself is not.
    """
    try:
        found = load(read_regular(predictions_file(run, epoch), _MOST_BYTES))
        labels_n, predicted_n = found["labels"], found["predicted"]
        confidence_n = found["confidence"]
        shapes = {each.shape for each in (labels_n, predicted_n, confidence_n)}
        kinds = labels_n.dtype.kind + predicted_n.dtype.kind
        is_good = len(shapes) == 1 and labels_n.ndim == 1 and labels_n.size > 0
        is_good = is_good and kinds == "uu" and confidence_n.dtype.kind == "f"
        if is_good and max(labels_n.max(), predicted_n.max()) < classes:
            return Predictions.of(classes, labels_n, predicted_n, confidence_n)
    except (SafetensorError, *DAMAGED):
        pass
    return None
