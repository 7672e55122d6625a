"""Files that somebody named: told apart before they are read, written whole."""

import os
from pathlib import Path

import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.files import check_file, write_whole

# As root, every permission is there.
needs_permissions = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user, not root"
)


def code_of(path: Path) -> str:
    with pytest.raises(CnnvizError) as caught:
        check_file(path)
    return caught.value.code


def test_that_the_size_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    assert check_file(tmp_path / "file") == 5


def test_that_what_is_no_file_is_told_apart(tmp_path: Path) -> None:
    assert code_of(tmp_path / "absent") == "file_not_found"
    assert code_of(tmp_path / "null\0byte") == "file_not_found"
    assert code_of(tmp_path) == "file_is_folder"
    assert code_of(tmp_path / ("n" * 300)) == "file_unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code_of(tmp_path / "pipe") == "file_unreadable"


@pytest.mark.skipif(not Path("/proc/version").exists(), reason="no Linux")
@pytest.mark.parametrize(
    "name", ["/proc/version", "/proc/kmsg", "/sys/kernel/mm/transparent_hugepage"]
)
def test_that_what_linux_makes_up_is_no_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(name)
    for path in (Path(name), tmp_path / "link"):
        if path.exists():
            assert code_of(path) in {"file_unreadable", "file_is_folder"}


@needs_permissions
def test_that_a_forbidden_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"1")
    (tmp_path / "file").chmod(0)
    assert code_of(tmp_path / "file") == "file_unreadable"


def test_that_the_longest_name_can_be_written(tmp_path: Path) -> None:
    # 255 bytes, the most that a name may have, in letters of 3 bytes each.
    path = tmp_path / ("€" * 83 + ".npy")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("n" * 300, "file_unwritable"),
        ("null\0byte", "file_unwritable"),
        ("folder", "file_is_folder"),
        ("absent/file", "file_unwritable"),
    ],
)
def test_that_a_place_where_no_file_can_be_is_told_and_left_clean(
    tmp_path: Path, name: str, code: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(CnnvizError) as caught:
        write_whole(tmp_path / name, b"new")
    assert caught.value.code == code
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def refused(path: Path) -> str:
    """Return the code with which a file cannot be written, having left it alone."""
    before = path.lstat().st_mode, path.stat().st_mode
    with pytest.raises(CnnvizError) as caught:
        write_whole(path, b"new")
    assert (path.lstat().st_mode, path.stat().st_mode) == before
    return caught.value.code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_that_no_file_takes_the_place_of_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "file_is_no_file"
    assert refused(tmp_path / "link") == "file_is_no_file"
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "link"}


def test_that_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kept.npy"
    path.write_bytes(b"before")
    path.chmod(0o444)
    assert refused(path) == "file_read_only"
    assert path.read_bytes() == b"before"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_that_a_link_to_nothing_yet_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_whole(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
