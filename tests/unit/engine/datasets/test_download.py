"""Downloading from mirrors, rehearsed with a server on this machine."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from cnnviz.engine.datasets.download import MIRRORS, download_mnist
from cnnviz.engine.datasets.idx import read_idx
from cnnviz.engine.datasets.mnist import MNIST_FILES, MnistFile
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence
from tests.helpers.idx_folder import write_idx_folder


class _QuietHandler(SimpleHTTPRequestHandler):
    @override
    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_idx_folder(tmp_path / "source", train=400, test=100)


@pytest.fixture
def files(source: Path) -> tuple[MnistFile, ...]:
    return tuple(
        replace(file, md5=read_idx(source / f"{file.file_name}.gz").md5)
        for file in MNIST_FILES
    )


def never() -> bool:
    return False


def ignore(done: int, total: int) -> None:
    pass


def test_that_all_files_arrive_and_progress_ends_at_the_whole(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    told: list[tuple[int, int]] = []
    destination = tmp_path / "new" / "mnist"

    with served(source) as mirror:
        folder = download_mnist(
            destination,
            on_progress=lambda done, total: told.append((done, total)),
            is_cancelled=never,
            mirrors=[mirror],
            files=files,
        )

    assert folder == destination
    assert sorted(path.name for path in destination.iterdir()) == sorted(
        f"{file.file_name}.gz" for file in files
    )
    size = sum(path.stat().st_size for path in destination.iterdir())
    assert told[-1] == (size, size)
    assert all(done <= total for done, total in told)


def test_that_the_second_mirror_is_used_when_the_first_fails(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with served(empty) as bad, served(source) as good:
        folder = download_mnist(
            tmp_path / "to",
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[bad, good],
            files=files,
        )
    assert len(list(folder.iterdir())) == 4


def test_that_a_mirror_that_does_not_answer_is_passed_over(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    with served(tmp_path) as gone:
        pass
    with served(source) as good:
        folder = download_mnist(
            tmp_path / "to",
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[gone, good],
            files=files,
        )
    assert len(list(folder.iterdir())) == 4


def test_that_content_that_is_not_mnist_is_refused_and_not_kept(
    tmp_path: Path, source: Path
) -> None:
    destination = tmp_path / "to"
    with served(source) as mirror, pytest.raises(CnnvizError) as caught:
        download_mnist(
            destination,
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[mirror],
        )
    assert caught.value.code == "download_failed"
    assert "MD5" in sentence(caught.value)
    assert mirror in sentence(caught.value)
    assert list(destination.iterdir()) == []


def test_that_a_damaged_archive_is_refused(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    path = source / f"{files[2].file_name}.gz"
    path.write_bytes(path.read_bytes()[:-40])
    destination = tmp_path / "to"
    with served(source) as mirror, pytest.raises(CnnvizError) as caught:
        download_mnist(
            destination,
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[mirror],
            files=files,
        )
    assert caught.value.facts["file"] == path.name
    assert list(destination.iterdir()) == []


def test_that_a_mirror_that_sends_without_end_is_left(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    flood = tmp_path / "flood"
    flood.mkdir()
    for file in files:
        with (flood / f"{file.file_name}.gz").open("wb") as empty:
            empty.truncate(60_000_000)  # a file with a hole takes no room
    told: list[int] = []
    with served(flood) as bad, served(source) as good:
        folder = download_mnist(
            tmp_path / "to",
            on_progress=lambda done, _: told.append(done),
            is_cancelled=never,
            mirrors=[bad, good],
            files=files,
        )
    assert len(list(folder.iterdir())) == 4
    assert max(told) < 30_000_000


def test_that_a_cancel_in_the_middle_leaves_what_was_there(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    destination = write_idx_folder(tmp_path / "to", train=20)
    before = {path.name: path.read_bytes() for path in destination.iterdir()}
    done_bytes = 0

    def keep(done: int, total: int) -> None:
        nonlocal done_bytes
        done_bytes = done

    with served(source) as mirror, pytest.raises(CnnvizError) as caught:
        download_mnist(
            destination,
            on_progress=keep,
            is_cancelled=lambda: done_bytes > 20_000,
            mirrors=[mirror],
            files=files,
        )
    assert caught.value.code == "download_cancelled"
    assert done_bytes > 20_000
    assert {path.name: path.read_bytes() for path in destination.iterdir()} == before


def test_that_another_packing_of_the_same_content_is_accepted(
    tmp_path: Path, source: Path, files: tuple[MnistFile, ...]
) -> None:
    for path in source.iterdir():
        path.write_bytes(gzip.compress(gzip.decompress(path.read_bytes()), 1))
    with served(source) as mirror:
        folder = download_mnist(
            tmp_path / "to",
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[mirror],
            files=files,
        )
    assert len(list(folder.iterdir())) == 4


def test_that_a_destination_that_cannot_be_made_is_named(
    tmp_path: Path, files: tuple[MnistFile, ...]
) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CnnvizError) as caught:
        download_mnist(
            tmp_path / "file",
            on_progress=ignore,
            is_cancelled=never,
            mirrors=[],
            files=files,
        )
    assert caught.value.code == "file_unwritable"


def test_that_the_mirrors_are_two_folders_with_safe_addresses() -> None:
    assert len(MIRRORS) >= 2
    assert all(m.startswith("https://") and m.endswith("/") for m in MIRRORS)
