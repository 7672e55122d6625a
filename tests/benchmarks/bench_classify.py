"""How long ``cnnviz classify`` takes for 1,000 pictures, and for 1,000 drawings.

Each in a process of its own, from the start of Python to its end, five times; prints the
middle, the slowest, and the time of the processor, which other programs disturb less.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

COUNT, TIMES = 1000, 5
WAYS = {
    2: [[(26, 30), (32, 15), (52, 8), (70, 18), (70, 38), (24, 90), (78, 90)]],
    4: [[(58, 8), (22, 60), (80, 60)], [(62, 34), (62, 94)]],
    7: [[(20, 12), (78, 12), (44, 92)]],
}


def drawings() -> list[dict[str, object]]:
    """Return shaky drawings of 30 points a stroke."""
    rng = np.random.default_rng(0)
    made: list[dict[str, object]] = []
    for number in range(COUNT):
        label = list(WAYS)[number % len(WAYS)]
        strokes = []
        for corners in np.array(WAYS[label][0], float), *map(np.array, WAYS[label][1:]):
            at = np.linspace(0, len(corners) - 1, 30)
            line = [np.interp(at, range(len(corners)), axis) for axis in corners.T]
            strokes.append((np.stack(line, 1) + rng.normal(0, 0.6, (30, 2))).tolist())
        made.append({"label": label, "strokes": strokes})
    return made


def measure(what: str, *words: str) -> None:
    walls, processors = [], []
    for _ in range(TIMES):
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        began = time.perf_counter()
        program = [sys.executable, "-m", "cnnviz", "classify", "--json", *words]
        subprocess.run(program, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.perf_counter() - began)
        now = resource.getrusage(resource.RUSAGE_CHILDREN)
        processors.append(now.ru_utime + now.ru_stime - used.ru_utime - used.ru_stime)
    print(
        f"{what}: middle {np.median(walls):.2f} s, slowest {max(walls):.2f} s; "
        f"processor {np.median(processors):.2f} s"
    )


def main() -> int:
    from cnnviz.engine.images.strokes.stroke_file import ink_of, read_strokes

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = json.dumps(drawings()).encode()
        (folder / "strokes.json").write_bytes(data)
        measure(f"{COUNT} drawings", "--strokes", str(folder / "strokes.json"))
        labels = [str(label) for label in range(10)]
        for side in (28, 112, 280):
            paths = []
            for number, drawing in enumerate(read_strokes(data, "", labels)):
                page = Image.fromarray(255 - ink_of(drawing))
                path = folder / f"{side}-{number}.png"
                page.resize((side, side), Image.Resampling.BOX).save(path)
                paths.append(str(path))
            measure(f"{COUNT} pictures of {side} x {side}", *paths)
    return 0


if __name__ == "__main__":
    sys.exit(main())
