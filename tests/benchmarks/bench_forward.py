"""The forward pass in NumPy beside torch's: one picture with every layer, and many.

On one thread, in processor time; and on all, by the clock. Random weights: they do not
change the time.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

COUNT, FEW = 100, 4
LEAST_S = 0.7


def best_ms(work: Callable[[], object], threads: int) -> float:
    """Return the shortest time of one call, in milliseconds: others use the cores too."""
    clock = time.process_time if threads == 1 else time.perf_counter
    work()
    times, end = [], time.perf_counter() + LEAST_S
    while time.perf_counter() < end or len(times) < 5:
        begun = clock()
        work()
        times.append(clock() - begun)
    return 1000 * min(times)


def measure(threads: int) -> None:
    """Print one line a network."""
    import numpy as np
    import torch

    from cnnviz.engine.networks.build import build
    from cnnviz.engine.networks.catalogue import NETWORKS
    from cnnviz.engine.networks.classifier import Classifier
    from cnnviz.engine.networks.forward import normalized
    from tests.helpers.torch_oracle import torch_outputs, weights_of

    torch.set_num_threads(threads)
    random = np.random.default_rng(0)
    for network in NETWORKS.values():
        module = build(network)
        classifier = Classifier(network, weights_of(module))
        count = COUNT if network.input_chw[1] < 100 else FEW
        pictures = random.integers(0, 256, (count, *network.picture_shape), np.uint8)
        one, batch = pictures[0], normalized(network, pictures)
        module.eval()

        def many_torch(module=module, batch=batch) -> None:  # noqa: ANN001
            with torch.inference_mode():
                module(torch.from_numpy(batch))

        works: dict[str, Callable[[], object]] = {
            "one picture, every layer: NumPy": lambda: classifier.trace(one),  # noqa: B023
            "torch": lambda: torch_outputs(module, batch[:1]),  # noqa: B023
            f"{count} pictures: NumPy": lambda: classifier.outputs(pictures),  # noqa: B023
            "torch again": many_torch,
        }
        said = [
            f"{what} {best_ms(work, threads):.3f} ms" for what, work in works.items()
        ]
        print(f"{network.title}, {threads} thread(s): {', '.join(said)}")


def main() -> None:
    """Measure in new processes: NumPy's threads are set before it is imported."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
        return
    for threads in sorted({1, os.cpu_count() or 1}):
        environment = os.environ | {"OPENBLAS_NUM_THREADS": str(threads)}
        subprocess.run(
            [sys.executable, __file__, str(threads)], env=environment, check=True
        )


if __name__ == "__main__":
    main()
