"""IDX files: what is read, and what is refused before memory is spent on it."""

import gzip
import hashlib
import struct
import tracemalloc
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.datasets.idx import MAX_BYTES, read_idx
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.messages.catalogue import sentence


def idx_bytes(values: np.ndarray, kind: int = 0x08) -> bytes:
    header = struct.pack(f">BBBB{values.ndim}I", 0, 0, kind, values.ndim, *values.shape)
    return header + values.astype(values.dtype.newbyteorder(">")).tobytes()


def refusal(path: Path, content: bytes) -> CnnvizError:
    path.write_bytes(content)
    with pytest.raises(CnnvizError) as caught:
        read_idx(path)
    assert path.name in sentence(caught.value)
    return caught.value


@pytest.mark.parametrize("packed", [False, True])
def test_that_pictures_are_read_plain_and_gzipped(tmp_path: Path, packed: bool) -> None:
    images_nhw = np.arange(24, dtype=np.uint8).reshape(2, 3, 4)
    content = idx_bytes(images_nhw)
    path = tmp_path / "any-name"
    path.write_bytes(gzip.compress(content) if packed else content)

    found = read_idx(path)

    np.testing.assert_array_equal(found.values, images_nhw)
    assert found.values.dtype == np.uint8
    assert found.md5 == hashlib.md5(content).hexdigest()


@pytest.mark.parametrize(
    ("kind", "dtype"),
    [
        (0x08, "u1"),
        (0x09, "i1"),
        (0x0B, "i2"),
        (0x0C, "i4"),
        (0x0D, "f4"),
        (0x0E, "f8"),
    ],
)
def test_that_every_type_of_the_format_is_read_in_native_order(
    tmp_path: Path, kind: int, dtype: str
) -> None:
    values = np.array([[1, 2, 100], [3, 4, 127]], dtype=dtype)
    path = tmp_path / "values"
    path.write_bytes(idx_bytes(values, kind))

    found = read_idx(path).values

    np.testing.assert_array_equal(found, values)
    assert found.dtype.isnative
    assert found.dtype == values.dtype


def test_that_an_empty_array_is_read(tmp_path: Path) -> None:
    path = tmp_path / "none"
    path.write_bytes(idx_bytes(np.zeros((0, 28, 28), np.uint8)))
    assert read_idx(path).values.shape == (0, 28, 28)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0\0",
        b"PK\x03\x04rest",
        b"\0\0\x07\x01\0\0\0\0",
        b"\0\0\x08\0",
        b"\0\0\x08\x09",
    ],
)
def test_that_another_kind_of_file_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(tmp_path / "file", content).code == "idx_bad_magic"


def test_that_a_file_cut_short_is_refused_with_both_sizes(tmp_path: Path) -> None:
    whole = idx_bytes(np.zeros((5, 28, 28), np.uint8))
    error = refusal(tmp_path / "file", whole[:-1])
    assert error.code == "idx_truncated"
    assert (error.facts["expected"], error.facts["found"]) == (
        len(whole),
        len(whole) - 1,
    )


def test_that_a_header_cut_short_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / "file", b"\0\0\x08\x03\0\0\0\x05\0\0")
    assert error.code == "idx_truncated"


def test_that_a_gzip_file_cut_short_is_refused(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (50, 28, 28), dtype=np.uint8)
    packed = gzip.compress(idx_bytes(noise))
    assert refusal(tmp_path / "file", packed[: len(packed) // 2]).code == "idx_damaged"


def test_that_damage_inside_a_gzip_file_is_refused(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(idx_bytes(np.zeros((50, 28, 28), np.uint8))))
    packed[-6] ^= 0xFF  # the checksum
    assert refusal(tmp_path / "file", bytes(packed)).code == "idx_damaged"


@pytest.mark.parametrize("packed", [False, True])
def test_that_what_follows_the_promised_bytes_is_refused(
    tmp_path: Path, packed: bool
) -> None:
    content = idx_bytes(np.zeros(7, np.uint8)) + b"x"
    error = refusal(tmp_path / "file", gzip.compress(content) if packed else content)
    assert error.code == "idx_too_long"


@pytest.mark.parametrize("packed", [False, True])
def test_that_an_absurd_header_is_refused_before_anything_is_allocated(
    tmp_path: Path, packed: bool
) -> None:
    # Eight sizes of 2**32 - 1: the product overflows any machine integer.
    content = b"\0\0\x0e\x08" + b"\xff" * 32
    error = refusal(tmp_path / "file", gzip.compress(content) if packed else content)
    assert error.code == "idx_too_large"


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_header_that_the_file_cannot_hold_costs_no_memory(
    tmp_path: Path, packed: bool
) -> None:
    content = b"\0\0\x08\x01" + struct.pack(">I", MAX_BYTES - 1)
    tracemalloc.start()
    error = refusal(tmp_path / "file", gzip.compress(content) if packed else content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert error.code == "idx_truncated"
    assert peak < 4_000_000


def test_that_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CnnvizError) as caught:
        read_idx(tmp_path / "absent")
    assert caught.value.code == "file_not_found"


@given(content=st.binary(max_size=200))
def test_that_no_bytes_raise_anything_but_our_own_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz"
    for bytes_ in (content, b"\0\0\x08\x02" + content, b"\x1f\x8b" + content):
        path.write_bytes(bytes_)
        with suppress(CnnvizError):
            read_idx(path)


def test_that_huge_sizes_beside_a_zero_are_refused(tmp_path: Path) -> None:
    # The product is 0, but NumPy takes no such shape.
    content = b"\0\0\x08\x04" + bytes(4) + b"\xff" * 12
    assert refusal(tmp_path / "file", content).code == "idx_too_large"


def test_that_a_folder_under_the_name_of_a_file_is_said_to_be_one(
    tmp_path: Path,
) -> None:
    with pytest.raises(CnnvizError) as caught:
        read_idx(tmp_path)
    assert caught.value.code == "file_is_folder"
