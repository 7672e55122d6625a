"""Classes of one's own: how long a network of them trains, on one core.

Seconds of the processor: other programs do not count.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import numpy as np

from cnnviz.engine.datasets.builtin_digits import generate_digits
from cnnviz.engine.datasets.own.collection import Example, OwnClass, OwnClasses
from cnnviz.engine.training.own.training import train_own_classes

_LIMIT_S = 10.0


def _collection(classes: int, each: int) -> OwnClasses:
    """Return built-in digits as classes; the same digit may be two of them."""
    split = generate_digits(classes * each * 3)
    found = []
    for label in range(classes):
        numbers = np.flatnonzero(split.labels_n == label % 10)[label // 10 :: 2][:each]
        pictures = split.images_nhw[np.resize(numbers, each)]
        found.append(OwnClass(str(label), tuple(map(Example, pictures))))
    return OwnClasses(tuple(found))


def main() -> int:
    """Print the seconds; fail where they are more than the limit."""
    late = 0
    train_own_classes(_collection(2, 3))  # torch is loaded
    for classes, each in ((2, 3), (5, 10), (20, 20)):
        wanted = _collection(classes, each)
        begun = time.process_time()
        found = train_own_classes(wanted)
        seconds = time.process_time() - begun
        late += seconds > _LIMIT_S
        print(
            f"{classes} classes x {each} examples: {found.steps} steps, "
            f"{seconds:.1f} s of one core, {found.seconds:.1f} s by the clock, "
            f"held-out accuracy {found.accuracy}"
        )
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
