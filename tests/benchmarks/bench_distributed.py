"""Two processes that train one network together, against two that train one each.

Run with ``python tests/benchmarks/bench_distributed.py [NETWORK] [BATCH] [ROUNDS]``
(convnet, 256, 3): one thread a process, gloo, on this machine, noise of MNIST's size. What
two single processes do side by side is all that two cores can do; together they also have
to average their gradients after every batch.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time

import numpy as np

from cnnviz.engine.datasets.split import Dataset, Split
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.events import BatchDone
from cnnviz.engine.training.loop import train

STEPS = 40
SKIPPED = 8
"""Steps before all is warm."""


def _noise(count: int, shape: tuple[int, ...]) -> Split:
    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (count, *shape), dtype=np.uint8)
    return Split(images, rng.integers(0, 10, count, dtype=np.int64))


def _work(name: str, batch: int, out: str) -> None:
    """Train in this process, alone or as one of several; write what it took."""
    from contextlib import nullcontext

    from cnnviz.engine.training.distributed.group import joined
    from cnnviz.engine.training.distributed.place import torchrun_place

    place = torchrun_place(os.environ)
    processes = 1 if place is None else place.processes
    described = network(name)
    shape = described.picture_shape
    pictures = STEPS * batch * processes
    data = Dataset(
        "noise", _noise(pictures, shape), _noise(10, shape), tuple("0123456789")
    )
    config = TrainingConfig(
        network=described,
        epochs=1,
        batch_size=batch,
        device="cpu",
        threads=1,
        snapshot_every=10**6,
    )
    with nullcontext() if place is None else joined(place, "cpu") as group:
        done, used = list[BatchDone](), list[float]()
        for event in train(config, data, group=group):
            if isinstance(event, BatchDone):
                done.append(event)
                used.append(process_time())
    if place is None or place.rank == 0:
        warm = done[SKIPPED:]
        took = warm[-1].seconds - done[SKIPPED - 1].seconds
        waits = [event.wait_seconds or 0.0 for event in warm]
        told = {
            "pictures_a_second": len(warm) * batch * processes / took,
            "step_ms": 1_000 * took / len(warm),
            "cpu_us": 1e6 * (used[-1] - used[SKIPPED - 1]) / len(warm) / batch,
            "wait_ms": 1_000 * statistics.median(waits),
        }
        Path(out).write_text(json.dumps(told))


def _alone(count: int, name: str, batch: int, folder: Path) -> tuple[float, float]:
    """Return pictures a second of so many single processes, and a picture's CPU time."""
    files = [folder / f"{number}.json" for number in range(count)]
    started = [
        subprocess.Popen(
            [sys.executable, __file__, "work", name, str(batch), str(file)]
        )
        for file in files
    ]
    for process in started:
        assert process.wait() == 0
    told = [json.loads(file.read_bytes()) for file in files]
    rate = sum(one["pictures_a_second"] for one in told)
    return rate, statistics.mean(one["cpu_us"] for one in told)


def _together(name: str, batch: int, folder: Path) -> dict[str, float]:
    """Return what two processes do that learn together."""
    file = folder / "together.json"
    torchrun = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
    words = [__file__, "work", name, str(batch), str(file)]
    subprocess.run([*torchrun, *words], check=True, stderr=subprocess.DEVNULL)
    found: dict[str, float] = json.loads(file.read_bytes())
    return found


def main(name: str = "convnet", batch: str = "256", rounds: str = "3") -> None:
    """Print a line a round, and the medians."""
    size = summarize(network(name)).parameters * 4
    print(f"load of this machine: {os.getloadavg()}, {os.cpu_count()} cores")
    print(f"{name}, batch {batch} a process, gradient {size / 1e3:.0f} kB")
    ratios = list[float]()
    for _ in range(int(rounds)):
        with tempfile.TemporaryDirectory() as folder:
            one, _ = _alone(1, name, int(batch), Path(folder))
            two, cpu = _alone(2, name, int(batch), Path(folder))
            both = _together(name, int(batch), Path(folder))
        ratios.append(both["pictures_a_second"] / two)
        print(
            f"one process {one:,.0f} pictures/s, two single ones {two:,.0f}, "
            f"two together {both['pictures_a_second']:,.0f}: {ratios[-1]:.3f} "
            f"(step {both['step_ms']:.1f} ms, of it waiting {both['wait_ms']:.2f} ms); "
            f"CPU time a picture {cpu:.0f} and {both['cpu_us']:.0f} us"
        )
    print(f"together / single: median {statistics.median(ratios):.3f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["work"]:
        _work(sys.argv[2], int(sys.argv[3]), sys.argv[4])
    else:
        main(*sys.argv[1:])
