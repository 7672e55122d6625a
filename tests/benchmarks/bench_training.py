"""How long an epoch, a snapshot, a validation and one answer take.

Run with ``make bench`` or ``python tests/benchmarks/bench_training.py``. With CNNVIZ_DATA
it uses MNIST, otherwise noise of the same size, and says which.
"""

import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np
import torch

from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.classifier import Classifier
from cnnviz.engine.networks.weights import shipped_weights
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import EpochDone, Finished, Started
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.session import Session


def _noise(count: int) -> Split:
    rng = np.random.default_rng(0)
    return Split(
        rng.integers(0, 256, (count, 28, 28), dtype=np.uint8),
        rng.integers(0, 10, count, dtype=np.int64),
    )


def _dataset() -> Dataset:
    set_names = os.environ.get("CNNVIZ_DATA")
    folder = find_mnist(Path(set_names)) if set_names else None
    if folder is None:
        print("data: noise of MNIST's size (CNNVIZ_DATA has no MNIST)")
        return Dataset("noise", _noise(60_000), _noise(10_000), tuple("0123456789"))
    began = perf_counter()
    dataset = load_dataset(str(folder))
    print(f"data: MNIST, loaded in {perf_counter() - began:.2f} s")
    return dataset


def _milliseconds(work: Callable[[], object], rounds: int) -> str:
    times: list[float] = []
    for _ in range(rounds):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1_000)
    worst = statistics.quantiles(times, n=100)[-1]
    return f"p50 {statistics.median(times):.2f} ms, p99 {worst:.2f} ms"


def _bench_epochs(dataset: Dataset, name: str) -> None:
    for threads in (1, 2):
        config = TrainingConfig(
            network=network(name),
            epochs=2,
            device="cpu",
            threads=threads,
            snapshot_every=10**6,
        )
        for event in train(config, dataset):
            match event:
                case Started():
                    began = perf_counter()
                case EpochDone():
                    print(
                        f"{name}, {threads} thread(s): epoch {event.epoch} "
                        f"{event.seconds:.2f} s, held-out accuracy "
                        f"{event.validation_accuracy:.2%}"
                    )
                case Finished():
                    rest = perf_counter() - began
                    print(f"  both epochs with start and validation {rest:.2f} s")
                case _:
                    pass


def _bench_parts(dataset: Dataset, name: str) -> None:
    described = network(name)
    probe_hw = dataset.test.images_nhw[0]
    for threads in (1, 2):
        torch.set_num_threads(threads)
        session = Session(
            TrainingConfig(network=described), described, dataset, "cpu", None
        )
        session.snapshot(0, 0, probe_hw)
        snapshot = _milliseconds(lambda: session.snapshot(0, 0, probe_hw), 200)  # noqa: B023
        validation = _milliseconds(session.validate, 5)  # about a second in all
        print(f"{name}, {threads} thread(s): snapshot with probe {snapshot}")
        print(f"{name}, {threads} thread(s): validation {validation}")


def _bench_answer() -> None:
    lenet5 = network("lenet5")
    classifier = Classifier(lenet5, shipped_weights(lenet5))
    digit_hw = np.random.default_rng(0).integers(0, 256, (28, 28), dtype=np.uint8)
    classifier.trace(digit_hw)
    for threads in (1, 2):
        torch.set_num_threads(threads)
        took = _milliseconds(lambda: classifier.trace(digit_hw), 500)
        print(f"lenet5, {threads} thread(s): one digit with all its maps {took}")


def main() -> None:
    """Print one line a figure."""
    print(
        f"load of this machine: {os.getloadavg() if hasattr(os, 'getloadavg') else '?'}"
    )
    names = sys.argv[1:] or ["lenet5"]
    _bench_answer()
    dataset = _dataset()
    for name in names:
        _bench_parts(dataset, name)
        _bench_epochs(dataset, name)


if __name__ == "__main__":
    main()
