"""Run every benchmark under tests/benchmarks; each prints its figures."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "tests" / "benchmarks"


def commands() -> list[list[str]]:
    """Return one command a benchmark: scripts by themselves, tests through pytest."""
    scripts = [[str(path)] for path in sorted(FOLDER.glob("bench_*.py"))]
    tests = sorted(FOLDER.glob("test_*.py"))
    if tests:
        options = ["-q", "-s", "--timeout=0", "-o", "addopts=--import-mode=importlib"]
        scripts.append(["-m", "pytest", *options, *map(str, tests)])
    return [[sys.executable, *command] for command in scripts]


def main() -> int:
    """Run them one after the other; 1 when one failed or there is none."""
    found = commands()
    if not found:
        print(f"no benchmark in {FOLDER}", file=sys.stderr)
        return 1
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    codes = []
    for command in found:
        print(f"== {' '.join(Path(part).name for part in command[1:])}", flush=True)
        codes.append(subprocess.run(command, cwd=ROOT, env=environment).returncode)
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main())
