"""The forward pass in NumPy beside torch's: one picture with every layer, and many.

Both on one thread and on all. Random weights: they do not change the time.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

COUNT = 500


def median_ms(work: Callable[[], object], least_s: float = 0.7) -> float:
    """Return the median time of one call, in milliseconds."""
    work()
    times, end = [], time.perf_counter() + least_s
    while time.perf_counter() < end or len(times) < 5:
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return 1000 * statistics.median(times)


def measure(threads: int) -> None:
    """Print one line a network."""
    import numpy as np
    import torch

    from cnnviz.engine.networks.build import build
    from cnnviz.engine.networks.classifier import Classifier
    from cnnviz.engine.networks.forward import normalized
    from cnnviz.engine.networks.zoo import NETWORKS
    from tests.helpers.known_networks import LENET5_1998, SIGN_LANGUAGE
    from tests.helpers.torch_oracle import torch_outputs, weights_of

    torch.set_num_threads(threads)
    random = np.random.default_rng(0)
    for network in (*NETWORKS.values(), LENET5_1998, SIGN_LANGUAGE):
        module = build(network)
        classifier = Classifier(network, weights_of(module))
        pictures = random.integers(0, 256, (COUNT, *network.picture_shape), np.uint8)
        one, batch = pictures[0], normalized(network, pictures)
        module.eval()

        def many_torch(module=module, batch=batch) -> None:  # noqa: ANN001
            with torch.inference_mode():
                for start in range(0, COUNT, 100):
                    module(torch.from_numpy(batch[start : start + 100]))

        mine = median_ms(lambda: classifier.trace(one))  # noqa: B023
        torchs = median_ms(lambda: torch_outputs(module, batch[:1]))  # noqa: B023
        print(
            f"{network.title:>18}, {threads} threads: one picture, every layer: "
            f"NumPy {mine:6.3f} ms, torch {torchs:6.3f} ms; {COUNT} pictures: NumPy "
            f"{median_ms(lambda: classifier.outputs(pictures)):6.1f} ms, "  # noqa: B023
            f"torch {median_ms(many_torch):6.1f} ms"
        )


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
