"""Ask the package index on which systems `pip install cnnviz` finds its wheels.

Nothing is installed: uv resolves what `pyproject.toml` asks for, once for each system
and Python, with wheels alone. The table goes into `docs/systems.md`.
"""

import os
import re
import subprocess
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PAGE: Final = ROOT / "docs" / "systems.md"
PINS: Final = ROOT / "packaging" / "constraints.txt"
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
BEGIN: Final = "<!-- written by packaging/systems.py: begin -->"
END: Final = "<!-- written by packaging/systems.py: end -->"


@dataclass(frozen=True, slots=True)
class System:
    """A kind of machine: what it is called here, and by uv."""

    title: str
    platform: str
    macos: str = ""


SYSTEMS: Final = (
    *(
        System(f"Linux x86_64, glibc 2.{minor} ({like})", f"x86_64-manylinux_2_{minor}")
        for minor, like in (
            (28, "RHEL 8, Debian 10"),
            (31, "Ubuntu 20.04, Debian 11"),
            (34, "RHEL 9, Ubuntu 22.04, Debian 12"),
            (39, "Ubuntu 24.04, Debian 13"),
        )
    ),
    *(
        System(f"Linux ARM, glibc 2.{minor} ({like})", f"aarch64-manylinux_2_{minor}")
        for minor, like in (
            (28, "RHEL 8"),
            (31, "Debian 11, Raspberry Pi OS 12"),
            (39, "Ubuntu 24.04, Raspberry Pi OS 13"),
        )
    ),
    System("Windows x64 (10, 11)", "x86_64-pc-windows-msvc"),
    System("Windows on ARM", "aarch64-pc-windows-msvc"),
    *(
        System(f"macOS {version}, {chip}", f"{machine}-apple-darwin", f"{version}.0")
        for chip, machine in (("Apple chip", "aarch64"), ("Intel", "x86_64"))
        for version in (12, 13, 14, 15)
    ),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one system and Python get: versions, or what there is no wheel of."""

    versions: dict[str, str]
    missing: str = ""


def resolve(
    system: System, python: str, *, extra: str = "", pins: Path | None = None
) -> Answer:
    """Resolve for one system and Python, with wheels alone."""
    command = [
        "uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate",
        "--only-binary", ":all:", "--python-platform", system.platform,
        "--python-version", python, "pyproject.toml",
    ]  # fmt: skip
    command += ["--extra", extra] if extra else []
    command += ["--constraint", str(pins)] if pins else []
    environment = os.environ | {"NO_COLOR": "1"}
    if system.macos:
        environment["MACOSX_DEPLOYMENT_TARGET"] = system.macos
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode:
        return Answer({}, _unmet(done.stderr))
    found = re.findall(r"^([\w.-]+)==(\S+)", done.stdout, re.MULTILINE)
    return Answer({name.lower(): version for name, version in found})


def _unmet(complaint: str) -> str:
    """Name the package that uv finds no wheel of."""
    found = re.search(r"Wheels are available for `([\w-]+)`", complaint)
    if "No solution found" not in complaint or found is None:
        raise SystemExit(complaint)
    return found[1]


def cell(system: System, python: str) -> str:
    """Say what one system and Python get."""
    plain = resolve(system, python)
    if plain.missing:
        return f"no wheel of {plain.missing}"
    qt = plain.versions["pyside6-essentials"]
    torch = plain.versions.get("torch", "no torch")
    pinned = "" if resolve(system, python, pins=PINS).missing else " ✓"
    return f"{qt} / {torch}{pinned}"


def table() -> str:
    """Return the table in Markdown."""
    lines = [
        f"Asked on {datetime.now(UTC):%Y-%m-%d}, for these dependencies:",
        "",
        *(f"- `{dependency}`" for dependency in dependencies()),
        "",
        "| System | " + " | ".join(f"Python {python}" for python in PYTHONS) + " |",
        "|---" * (1 + len(PYTHONS)) + "|",
    ]
    with ThreadPoolExecutor(4) as pool:
        rows = [
            [pool.submit(cell, system, python) for python in PYTHONS]
            for system in SYSTEMS
        ]
        for system, row in zip(SYSTEMS, rows, strict=True):
            lines.append(
                f"| {system.title} | " + " | ".join(one.result() for one in row) + " |"
            )
            print(lines[-1], flush=True)
    return "\n".join(lines)


def dependencies() -> list[str]:
    """Return what the table depends on: the requirements of the plain install."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        return list(tomllib.load(file)["project"]["dependencies"])


def main() -> None:
    """Write the table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
