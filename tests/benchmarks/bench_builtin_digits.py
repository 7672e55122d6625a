"""How fast the built-in digits are made, and what LeNet-5 learns from them alone.

Run it with ``make bench``, or by itself; figures go to the terminal. The second part
trains with the program's default recipe, as ``cnnviz train lenet5 --data builtin``
does, and reads MNIST's 10,000 test pictures: it takes a minute or two and needs
CNNVIZ_DATA.
"""

import time

import numpy as np

from cnnviz.engine.datasets.builtin_digits import builtin_dataset, generate_digits
from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import (
    prepare_drawing,
    prepare_picture,
    reduce_drawing,
)

REPEATS = 3


def time_generation() -> None:
    processor, clock = [], []
    for seed in range(REPEATS):
        began, began_processor = time.perf_counter(), time.process_time()
        generate_digits(10_000, seed)
        clock.append(time.perf_counter() - began)
        processor.append(time.process_time() - began_processor)
    print(
        f"built-in digits: 10,000 pictures in {min(clock):.2f} s "
        f"(processor {min(processor):.2f} s), best of {REPEATS}"
    )
    began = time.perf_counter()
    dataset = builtin_dataset()
    print(
        f"built-in data set: {len(dataset.train):,} + {len(dataset.test):,} pictures "
        f"in {time.perf_counter() - began:.2f} s"
    )


def time_preparation() -> None:
    ink_hw = np.zeros((280, 280), dtype=np.uint8)
    ink_hw[40:60, 60:200] = ink_hw[40:240, 60:80] = 255
    picture = Picture(255 - ink_hw[np.newaxis], "drawing")
    jobs = {
        "prepare_drawing": lambda: prepare_drawing(ink_hw),
        "prepare_picture": lambda: prepare_picture(picture),
        "reduce_drawing": lambda: reduce_drawing(ink_hw),
    }
    for name, job in jobs.items():
        times_ms = []
        for _ in range(200):
            began = time.perf_counter()
            job()
            times_ms.append((time.perf_counter() - began) * 1000)
        median, late = np.percentile(times_ms, [50, 99])
        print(f"{name} of 280 x 280: p50 {median:.2f} ms, p99 {late:.2f} ms")


def read_mnist_after_built_in_digits() -> None:
    if find_mnist() is None:
        print("LeNet-5 from built-in digits on MNIST: skipped, there is no MNIST here")
        return
    from cnnviz.engine.networks.classifier import Classifier
    from cnnviz.engine.training.config import TrainingConfig
    from cnnviz.engine.training.events import EpochDone, Finished
    from cnnviz.engine.training.loop import train

    config = TrainingConfig()
    finished = None
    for event in train(config, builtin_dataset()):
        if isinstance(event, EpochDone):
            print(
                f"  epoch {event.epoch}: held-out built-in digits "
                f"{event.validation_accuracy:.2%}, {event.seconds:.1f} s"
            )
        elif isinstance(event, Finished):
            finished = event
    assert finished is not None
    test = load_dataset("mnist").test
    classifier = Classifier(config.network, finished.weights)
    read = classifier.probabilities(test.images_nhw).argmax(axis=1)
    print(
        f"LeNet-5 from built-in digits alone, default recipe ({config.epochs} epochs, "
        f"{config.optimizer}, seed {config.seed}): "
        f"{(read == test.labels_n).mean():.2%} of MNIST's {len(test):,} test pictures"
    )


if __name__ == "__main__":
    time_generation()
    time_preparation()
    read_mnist_after_built_in_digits()
