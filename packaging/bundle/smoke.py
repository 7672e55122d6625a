"""Try a bundle as whoever has nothing else would: its commands, its window, its traces.

python packaging/bundle/smoke.py FOLDER [--school]

FOLDER holds the program. Needs no package; on Linux Xvfb and xdotool for the window,
strace for the traces, which are left out and named where they are missing.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
LAB: Final = Path(__file__).with_name("edges.cnnlab")
PATIENCE_S: Final = 600

_WRITTEN: Final = re.compile(
    r"(?:openat\([^,]*, |open\(|mkdir\(|mkdirat\([^,]*, |rename\(|unlink\()"
    r'"(?P<path>[^"]+)"(?P<how>[^)]*)\) = \d'
)
_CONNECTED: Final = re.compile(r"connect\(.*AF_INET6?,.*")


class Bundle:
    """The program in its folder, and a home of its own."""

    def __init__(self, folder: Path, home: Path) -> None:
        ending = ".exe" if sys.platform == "win32" else ""
        self.folder, self.home = folder, home
        self.program = str(folder / f"cnnviz{ending}")
        self.around = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "QT_", "XDG_", "CNNVIZ"))
        }
        self.around |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}

    def run(self, *words: str, status: int = 0, before: Sequence[str] = ()) -> str:
        """Run a command; return what it said, and fail where it ends otherwise."""
        done = subprocess.run(
            [*before, self.program, *words],
            env=self.around,
            cwd=self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
        said = done.stdout + done.stderr
        if done.returncode != status or "Traceback" in said:
            raise SystemExit(f"{words}: {done.returncode}, not {status}\n{said}")
        say(f"{' '.join(words[:2])}: status {status}")
        return said


def main() -> int:
    """Try everything; 1 with a line where something is not as it should be."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("folder", type=Path)
    words.add_argument("--school", action="store_true", help="it can train")
    words.add_argument(
        "--beside", metavar="PYTHON", help="compare the start with this Python's cnnviz"
    )
    asked = words.parse_args()
    with tempfile.TemporaryDirectory() as home:
        bundle = Bundle(asked.folder.resolve(), Path(home).resolve())
        before = contents(bundle.folder)
        try_commands(bundle, school=asked.school)
        try_demo(bundle, school=asked.school)
        if shutil.which("strace"):
            try_traced(bundle)
        else:
            say("strace is not here: nothing was traced")
        if shutil.which("Xvfb") and shutil.which("xdotool"):
            try_window(bundle, asked.beside)
        else:
            say("Xvfb or xdotool is not here: no window was opened on a screen")
        if contents(bundle.folder) != before:
            raise SystemExit("the program has changed its own folder")
    say("all is well")
    return 0


def try_commands(bundle: Bundle, *, school: bool) -> None:
    """Run what a command line does, and look at what it says and how it ends."""
    seven = str(bundle.folder / "_internal/cnnviz/_resources/samples/seven.png")
    check("cnnviz" in bundle.run("--version"), "it says its version")
    said = json.loads(bundle.run("classify", seven, "--json"))
    check(said["label"] == "7", "a seven is read as 7")
    out = bundle.home / "edges.png"
    bundle.run("conv", seven, "--kernel", "sobel-x", "--out", str(out))
    check(out.read_bytes().startswith(b"\x89PNG"), "a convolution is written")
    bundle.run("summary", "lenet5")
    bundle.run("conv", "nowhere.png", "--kernel", "sobel-x", "--out", "x.png", status=1)
    bundle.run("nonsense", status=2)
    if school:
        run = "train", "lenet5", "--data", "builtin", "--use", "500", "--epochs", "1"
        bundle.run(*run)
    else:
        refused = bundle.run("train", "lenet5", "--data", "builtin", status=1)
        check("school edition" in refused, "training says where it is to be had")


def try_demo(bundle: Bundle, *, school: bool) -> None:
    """Let the program use its own window: digits drawn with the mouse are read."""
    out = bundle.home / "demo"
    bundle.run("demo", "--out", str(out))
    record = json.loads((out / "tour.json").read_text(encoding="utf-8"))
    text = json.dumps(record)
    check(record["failure"] is None, "the tour came to its end")
    for digit in ("3", "7"):
        check(f"drew a {digit} with the mouse" in text, f"a drawn {digit} is read")
    wanted = "trained LeNet-5" if school else "could not train here"
    check(wanted in text, wanted)


def try_traced(bundle: Bundle) -> None:
    """See that no command speaks to a network, or writes where it should not."""
    calls = "trace=connect,openat,open,mkdir,mkdirat,rename,unlink"
    log = bundle.home / "trace"
    before = "strace", "-f", "-qq", "-e", calls, "-o", str(log)
    out = bundle.home / "traced"
    bundle.run("demo", "--out", str(out), before=before)
    check_trace(bundle, log.read_text(encoding="utf-8", errors="replace"))


def check_trace(bundle: Bundle, trace: str) -> None:
    """Fail on a connection to a network, and on a file written outside the home."""
    reached = [line for line in trace.splitlines() if _CONNECTED.search(line)]
    check(not reached, f"no connection to a network {reached[:3]}")
    allowed = str(bundle.home), tempfile.gettempdir(), "/dev/", "/proc/", "/run/"
    outside = {
        found["path"]
        for found in _WRITTEN.finditer(trace)
        if (
            "O_" not in found["how"]
            or re.search("O_WRONLY|O_RDWR|O_CREAT", found["how"])
        )
        and found["path"].startswith("/")
        and not found["path"].startswith(allowed)
    }
    check(not outside, f"nothing written outside its folders {sorted(outside)[:5]}")


def try_window(bundle: Bundle, python: str | None) -> None:
    """Open the window on a screen, with a lab in it, and measure the start."""
    with screen() as around:
        lab = bundle.home / LAB.name
        shutil.copy(LAB, lab)
        around = bundle.around | around
        del around["QT_QPA_PLATFORM"]
        opened_s(bundle, [bundle.program], around)  # once, so that files are in memory
        title = opened_s(bundle, [bundle.program, str(lab)], around, name=LAB.stem)[1]
        check(LAB.stem in title, f"a lab is open: {title}")
        times = [opened_s(bundle, [bundle.program], around)[0] for _ in range(3)]
        say(f"start to window: {min(times):.2f} s")
        if python is not None:
            own = around | {"PYTHONPATH": str(ROOT)}
            command = [python, "-m", "cnnviz"]
            opened_s(bundle, command, own)
            others = [opened_s(bundle, command, own)[0] for _ in range(3)]
            share = min(times) / min(others)
            say(f"of the checkout: {min(others):.2f} s; {share:.2f} times as long")


def opened_s(
    bundle: Bundle,
    command: Sequence[str],
    around: Mapping[str, str],
    name: str = "cnnviz",
) -> tuple[float, str]:
    """Start a window, wait for it, end it; return how long it took, and its title."""
    find = ["xdotool", "search", "--onlyvisible", "--name", name, "getwindowname"]
    begun = time.perf_counter()
    with subprocess.Popen(
        command, env=around, cwd=bundle.home, stderr=subprocess.PIPE, text=True
    ) as process:
        while True:
            found = subprocess.run(
                find, env=around, capture_output=True, text=True, check=False
            )
            took = time.perf_counter() - begun
            if found.stdout.strip():
                break
            if process.poll() is not None or took > PATIENCE_S:
                process.kill()
                raise SystemExit(f"no window: {process.communicate()[1]}")
        process.terminate()
        said = process.communicate(timeout=PATIENCE_S)[1]
    check("Traceback" not in said, f"a window opens, and says nothing {said}")
    return took, found.stdout.strip()


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Have a screen of our own, and say how it is reached."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            yield {"DISPLAY": f":{server.stdout.readline().strip()}"}
        finally:
            server.terminate()


def contents(folder: Path) -> dict[str, tuple[int, float]]:
    """Return what is in a folder: names, sizes and times."""
    return {
        str(path): (path.stat().st_size, path.stat().st_mtime)
        for path in folder.rglob("*")
        if path.is_file()
    }


def check(is_so: bool, what: str) -> None:
    if not is_so:
        raise SystemExit(f"smoke: NOT SO: {what}")
    say(what)


def say(line: str) -> None:
    print(f"smoke: {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
