"""Keep the beginning of a real run for the start card.

cnnviz train lenet5 --data builtin --epochs 1 --seed 1 --json |
    python packaging/make_start_curve.py
"""

import json
import sys
from pathlib import Path

FILE = Path(__file__).parent.parent / "resources" / "first_minute" / "loss.json"
BATCHES = 180


def main() -> None:
    events = [json.loads(line) for line in sys.stdin]
    losses = [each["loss"] for each in events if each["event"] == "batch"]
    kept = {"run": "lenet5, builtin, seed 1", "loss": [round(x, 3) for x in losses]}
    kept["loss"] = kept["loss"][:BATCHES]
    FILE.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    print(f"{len(kept['loss'])} batches, from {losses[0]:.3f} on")


if __name__ == "__main__":
    main()
