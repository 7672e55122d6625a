"""A training step of ours, watched and kept, against loops that people write.

Run with ``make bench`` or ``python tests/benchmarks/bench_training_loops.py [--threads N]
[--seconds S] [NETWORK ...]``. With CNNVIZ_DATA it uses MNIST, otherwise noise of the same
size. All loops of a network take turns, a few steps at a time, so that whatever else the
machine does falls on all of them. With one thread the time is that of the processor,
which others that use it do not change; with more it is that of the clock. What is told is
the median of the turns, their tenths, and ours divided by another: of the best tenths,
and of the medians.

* ours: ``train`` with a probe, twenty snapshots a second, in the folder of a run, which
  keeps two of them a second, as the window's runs do
* bare: a loop around the same layers that does nothing but learn, without a look at a
  loss; pictures normalised once, channels last, the fused optimiser
* plain: the same, with the layers as they are described
* loader: one picture a time from a ``Dataset``, through a ``DataLoader``; channels first
* keras: ``fit`` of the same network, where Keras is installed
"""

import argparse
import os
import platform
import statistics
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Any

# As the program has it: a snapshot's sums gain nothing by more, and wait for them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader

from cnnviz.engine.datasets.loading import find_mnist, load_dataset
from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.build import build, normalized
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.devices import check_precision
from cnnviz.engine.training.events import BatchDone
from cnnviz.engine.training.loop import train
from cnnviz.engine.training.optimizers import OPTIMIZERS
from cnnviz.engine.training.run_writing import RunWriter
from cnnviz.engine.training.runs.run_keeping import new_run
from cnnviz.pages.train.presenters.run_keeping import KEPT_EVERY_S

if TYPE_CHECKING:
    from cnnviz.engine.training.precisions import Precision

BATCH = 64
STEPS_A_TURN = 40
SNAPSHOT_EVERY_S = 0.05
LOOPS = ("ours", "bare", "plain", "loader", "keras")
RECIPES = {"lenet5": "adam", "convnet": "rmsprop"}

Turn = Callable[[], None]


def dataset_of_benchmark() -> Dataset:
    """Return MNIST, or noise."""
    where = os.environ.get("CNNVIZ_DATA")
    folder = find_mnist(Path(where)) if where else None
    if folder is not None:
        return load_dataset(str(folder))

    def noise(count: int) -> Split:
        rng = np.random.default_rng(0)
        pictures = rng.integers(0, 256, (count, 28, 28), dtype=np.uint8)
        return Split(pictures, rng.integers(0, 10, count, dtype=np.int64))

    return Dataset("noise", noise(60_000), noise(10_000), tuple("0123456789"))


def clock_of(config: TrainingConfig) -> Callable[[], float]:
    """Return what the time of a loop is taken by."""
    return process_time if config.threads == 1 else perf_counter


def ours(config: TrainingConfig, dataset: Dataset, folder: Path) -> Iterator[None]:
    """Train as the window does: watched, and in a folder."""
    now = clock_of(config)
    gone, began, shown = 0.0, now(), 0.0

    def clock() -> float:
        """Return the seconds of our own turns."""
        return gone + now() - began

    def wants_snapshot() -> bool:
        nonlocal shown
        due = clock() >= shown + SNAPSHOT_EVERY_S
        shown = clock() if due else shown
        return due

    kept = new_run(folder)
    with kept.folder:
        kept.begin(dataset, config, "data", "bench")
        told = kept.told
        writer = RunWriter(
            folder,
            config.network,
            told,
            snapshot_every_s=KEPT_EVERY_S,
            now=clock,
        )
        with closing(writer):
            events = train(
                config,
                dataset,
                probe_hw=dataset.test.images_nhw[0],
                snapshot_wanted=wants_snapshot,
                checkpoint_wanted=writer.checkpoint_wanted,
            )
            for event in events:
                writer.take(event)
                if isinstance(event, BatchDone):
                    gone = clock()
                    yield
                    began = now()


def learner(
    module: nn.Module, config: TrainingConfig, logits: Callable[[Tensor], Tensor]
) -> Callable[[Tensor, Tensor], Tensor]:
    """Return a step of a bare loop."""
    optimizer = OPTIMIZERS[config.optimizer].make(module.parameters(), config)

    def step(images: Tensor, labels_n: Tensor) -> Tensor:
        optimizer.zero_grad(set_to_none=True)
        loss = cross_entropy(logits(images), labels_n)
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        return loss.detach()

    return step


def bare(
    config: TrainingConfig, dataset: Dataset, *, in_quick_order: bool
) -> Iterator[None]:
    """Learn and do nothing else."""
    module = build(config.network).train()

    def logits(images: Tensor) -> Tensor:
        compute = module.logits if in_quick_order else module
        if config.precision == "float32":
            return compute(images)  # type: ignore[no-any-return]
        with torch.autocast("cpu", torch.bfloat16, cache_enabled=False):
            output = compute(images)
        return output.float()  # type: ignore[no-any-return]

    step = learner(module, config, logits)
    images = normalized(config.network, torch.tensor(dataset.train.images_nhw))
    images_nhwc = images.permute(0, 2, 3, 1)
    labels_n = torch.tensor(dataset.train.labels_n)
    while True:
        for batch_n in torch.randperm(len(labels_n)).split(BATCH):
            step(images_nhwc[batch_n].permute(0, 3, 1, 2), labels_n[batch_n])
            yield


class OneByOne(torch.utils.data.Dataset[tuple[Tensor, int]]):
    """Pictures as tutorials give them to a loader."""

    def __init__(self, described: Network, split: Split) -> None:
        self._split = split
        ((self._mean, self._deviation),) = described.channel_normalizations

    def __len__(self) -> int:
        return len(self._split)

    def __getitem__(self, index: int) -> tuple[Tensor, int]:
        picture = torch.tensor(self._split.images_nhw[index]).float().div(255)
        picture = picture.sub(self._mean).div(self._deviation).unsqueeze(0)
        return picture, int(self._split.labels_n[index])


def loader(config: TrainingConfig, dataset: Dataset) -> Iterator[None]:
    """Learn as tutorials do."""
    module = build(config.network).to(memory_format=torch.contiguous_format).train()  # type: ignore[call-overload]
    make = {"adam": torch.optim.Adam, "rmsprop": torch.optim.RMSprop}[config.optimizer]
    optimizer = make(module.parameters(), lr=config.learning_rate)
    pictures = OneByOne(config.network, dataset.train)
    while True:
        for images, labels_n in DataLoader(pictures, BATCH, shuffle=True):
            optimizer.zero_grad()
            loss = cross_entropy(module(images), labels_n)
            loss.backward()
            optimizer.step()
            loss.item()
            yield


def keras_turn(config: TrainingConfig, dataset: Dataset) -> Turn | None:
    """Return ``fit`` of as many steps as a turn has; ``None`` without Keras."""
    try:
        import keras
    except ImportError:
        return None
    from cnnviz.engine.networks.files.keras_code import keras_code

    code: dict[str, Any] = {"__file__": __file__}
    exec(keras_code(config.network, "weights.safetensors"), code)
    model = code["network"]()
    model.compile(
        config.optimizer,
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    count = STEPS_A_TURN * BATCH
    images = code["normalized"](dataset.train.images_nhw[:count, ..., np.newaxis])
    labels_n = dataset.train.labels_n[:count]
    return lambda: model.fit(images, labels_n, batch_size=BATCH, epochs=1, verbose=0)


def turns(steps: Iterator[None]) -> Turn:
    """Return what takes a turn of steps."""

    def turn() -> None:
        for _ in range(STEPS_A_TURN):
            next(steps)

    return turn


def turn_of(loop: str, config: TrainingConfig, folder: Path) -> Turn | None:
    """Return what takes a turn of a loop; ``None`` where it cannot be here."""
    dataset = dataset_of_benchmark()
    torch.set_num_threads(config.threads or 1)
    match loop:
        case "ours":
            return turns(ours(config, dataset, folder))
        case "bare" | "plain":
            return turns(bare(config, dataset, in_quick_order=loop == "bare"))
        case "loader":
            return turns(loader(config, dataset))
    return keras_turn(config, dataset)


def take_turns(
    told: Connection, loop: str, config: TrainingConfig, folder: Path
) -> None:
    """Take a turn whenever told to, and answer with its milliseconds a step."""
    turn, now = turn_of(loop, config, folder), clock_of(config)
    told.send(turn is not None)
    while turn is not None and told.recv():
        began = now()
        turn()
        told.send(1000 * (now() - began) / STEPS_A_TURN)


def compare(config: TrainingConfig, seconds: float, folder: Path) -> None:
    """Let all loops of a network take turns, and print a line each.

    Each in a process of its own: ours sets how the process keeps its memory.
    """
    spawn = get_context("spawn")
    asking: dict[str, Connection] = {}
    for loop in LOOPS:
        ours_end, its_end = spawn.Pipe()
        arguments = (its_end, loop, config, folder)
        spawn.Process(target=take_turns, args=arguments, daemon=True).start()
        if ours_end.recv():
            asking[loop] = ours_end
    rounds: list[dict[str, float]] = []
    end = perf_counter() + seconds
    while perf_counter() < end or len(rounds) < 3:
        took: dict[str, float] = {}
        for loop, pipe in asking.items():
            pipe.send(True)
            took[loop] = pipe.recv()
        rounds.append(took)
    for pipe in asking.values():
        pipe.send(False)
    print(
        f"{config.network.name}, {config.optimizer}, {config.precision}, "
        f"{config.threads} thread(s): ms a step, {len(rounds) - 1} rounds"
    )
    of_ours = spread([took["ours"] for took in rounds[1:]])
    for loop in asking:
        tenth, median, ninth = spread([took[loop] for took in rounds[1:]])
        print(
            f"  {loop:<7} median {median:6.2f}  tenths {tenth:6.2f} to {ninth:6.2f}  "
            f"ours / it {of_ours[0] / tenth:.2f}, {of_ours[1] / median:.2f}",
            flush=True,
        )


def spread(times: list[float]) -> tuple[float, float, float]:
    """Return the first tenth, the median and the last tenth."""
    tenth, ninth = np.percentile(times, [10, 90])
    return float(tenth), statistics.median(times), float(ninth)


def processor() -> str:
    """Name the processor, and what it has of bfloat16."""
    has = torch.cpu.get_capabilities()
    name = has.get("cpu_name") or platform.processor() or platform.machine()
    found = [
        one for one in ("avx2", "avx512_f", "avx512_bf16", "amx_bf16") if has.get(one)
    ]
    return f"{name} ({', '.join(found)}), {os.cpu_count()} cores, torch {torch.__version__}"


def main() -> None:
    """Compare all loops of each network."""
    parser = argparse.ArgumentParser()
    parser.add_argument("networks", nargs="*", default=[*RECIPES])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20)
    asked = parser.parse_args()
    print(processor())
    if hasattr(os, "getloadavg"):
        print(f"load of this machine: {os.getloadavg()}")
    print(f"data: {dataset_of_benchmark().name}, batches of {BATCH}")
    precisions: list[Precision] = ["float32", "bfloat16"]
    for name in asked.networks:
        for precision in precisions:
            try:
                check_precision(precision, "cpu")
            except CnnvizError as error:
                print(f"{name}: {sentence(error)}")
                continue
            config = TrainingConfig(
                network=network(name),
                epochs=10**6,
                batch_size=BATCH,
                optimizer=RECIPES.get(name, "adam"),
                device="cpu",
                threads=asked.threads,
                precision=precision,
                snapshot_every=10**9,
            )
            with TemporaryDirectory() as place:
                compare(config, asked.seconds, Path(place) / "run")


if __name__ == "__main__":
    main()
