"""Files of strangers: each is refused in one short sentence, at once, and none is run."""

import gc
import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from time import process_time

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.engine.networks.files.network_files import read_network
from cnnviz.engine.networks.layers import Flatten, Linear
from cnnviz.engine.networks.weights import load_weights, read_metadata
from cnnviz.engine.shown_text import escaped
from tests.helpers import hostile_networks, hostile_weights
from tests.helpers.hostile_weights import RAN
from tests.helpers.torch_oracle import around

READER = around(
    Flatten(name="f"), Linear(name="a", units=3), Linear(name="b", units=2),
    input_chw=(1, 2, 2),
)  # fmt: skip
LONGEST_S = 1.0
MOST_SIGNS = 300

WEIGHTS = (
    hostile_weights.broken_safetensors,
    hostile_weights.programs,
    hostile_weights.broken_torch,
    hostile_weights.fetching,
    hostile_weights.other_formats,
)
NETWORKS = (
    hostile_networks.odd_texts,
    hostile_networks.odd_heads,
    hostile_networks.odd_fields,
    hostile_networks.odd_layers,
)
Cases = Callable[[], Iterable[tuple[str, bytes]]]


@cache
def made(cases: Cases) -> tuple[tuple[str, bytes], ...]:
    return tuple(cases())


@pytest.fixture(autouse=True, scope="module")
def alone() -> Iterator[None]:
    """What others left is no part of reading a file: Python's collector would count it.

    A second and more of it, where hundreds of windows were open in this process before.
    """
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs in files would leave their mark here."""
    monkeypatch.chdir(tmp_path)


def read_weights(path: Path) -> None:
    read_metadata(path)
    load_weights(path, READER)


def faults(case: str, path: Path, read: Callable[[Path], object]) -> Iterable[str]:
    """Yield what is wrong with how a file was refused."""
    begun = process_time()
    try:
        read(path)
    except CnnvizError as error:
        said = sentence(error)
    else:
        said = ""
    took = process_time() - begun
    if not said or len(said) >= MOST_SIGNS or "\n" in said or escaped(said) != said:
        yield f"{case}: said {said!r}"
    if took > LONGEST_S:
        yield f"{case}: took {took:.1f} s"
    if Path(RAN).exists():
        yield f"{case}: was run"
        os.rename(RAN, "noted")


@pytest.mark.parametrize("cases", WEIGHTS)
@pytest.mark.parametrize("ending", ["safetensors", "pt"])
def test_that_a_file_of_weights_is_refused(cases: Cases, ending: str) -> None:
    path = Path(f"odd.{ending}")
    found = []
    for case, content in made(cases):
        path.write_bytes(content)
        found += faults(case, path, read_weights)
    assert found == []


@pytest.mark.parametrize("cases", NETWORKS)
def test_that_a_file_of_a_network_is_refused(cases: Cases) -> None:
    path = Path("odd.json")
    found = []
    for case, content in made(cases):
        path.write_bytes(content)
        found += faults(case, path, read_network)
    assert found == []


def test_that_what_is_no_file_is_refused() -> None:
    Path("folder.json").mkdir()
    Path("loop.json").symlink_to("loop.json")
    Path("endless.json").symlink_to("/dev/zero")
    Path("system.json").symlink_to("/proc/self/status")
    os.mkfifo("pipe.json")
    for name in ("folder", "loop", "endless", "system", "pipe", "absent", "a\0b"):
        path = Path(f"{name}.json")
        assert [*faults(name, path, read_network)] == []
        assert [*faults(name, path, read_weights)] == []


def test_that_the_programs_run_where_a_pickle_is_trusted() -> None:
    for name in ("system", "mkdir", "inside"):
        pickle.loads(pickle.dumps(hostile_weights.payloads()[name]))
        os.rename(RAN, name)


def test_that_the_good_ones_beside_them_are_read() -> None:
    Path("good.json").write_bytes(
        hostile_networks.with_layers(*hostile_networks.LAYERS)
    )
    described, _ = read_network(Path("good.json"))
    assert described.labels == ("a", "b", "c")
    Path("good.pt").write_bytes(hostile_weights.safetensors(*hostile_weights.whole()))
    assert len(load_weights(Path("good.pt"), READER)) == 4


def test_that_there_are_hundreds_of_them() -> None:
    names = [name for cases in (*WEIGHTS, *NETWORKS) for name, _ in made(cases)]
    assert len(names) >= 600
    assert len(set(names)) == len(names)
