"""Files of numbers: those of this program, of NumPy, of spreadsheets; and damaged ones."""

import io
import pickle
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from cnnviz.engine.convolution.kernels import as_kernel
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.numbers.number_files import (
    decode_npy,
    encode_csv,
    encode_npy,
    picture_of_numbers,
    text_of,
)
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.state.workers.picture_loading import picture_in_file

CHANNELS = np.arange(24, dtype=np.float32).reshape(3, 2, 4) / 4 - 2


def npy(array: NDArray[np.generic], **options: bool) -> bytes:
    file = io.BytesIO()
    np.save(file, array, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    "shape", [(1, 2, 4), (3, 2, 4), (3, 2, 1), (1, 1, 5), (3, 2, 3)]
)
def test_that_own_files_are_read_as_they_were_written(shape: tuple[int, ...]) -> None:
    numbers = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    for data, name in ((encode_npy(numbers), "o.npy"), (encode_csv(numbers), "o.csv")):
        np.testing.assert_array_equal(picture_of_numbers(data, name), numbers)


@pytest.mark.parametrize("kind", ["?", "u1", "<i2", ">i4", "<f2", ">f4", "<f8", "i8"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_that_every_kind_of_numbers_is_read(kind: str, order: str) -> None:
    array = np.array([[0, 1, 0], [1, 0, 1]]).astype(kind)
    ordered = np.asfortranarray(array) if order == "F" else array
    assert as_kernel(decode_npy(npy(ordered), "k.npy")).tolist() == array.tolist()  # type: ignore[arg-type]


def test_that_channels_may_come_last_where_that_alone_makes_a_picture() -> None:
    last = np.arange(24).reshape(2, 4, 3)
    assert (
        picture_of_numbers(npy(last), "p.npy").tolist()
        == last.transpose(2, 0, 1).tolist()
    )


def _with_header(header: str, data: bytes = b"") -> bytes:
    padded = header.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(padded).to_bytes(2, "little") + padded + data


HUGE = "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999, 99999999)}"
NEGATIVE = "{'descr': '<f4', 'fortran_order': False, 'shape': (-1, -1)}"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (npy(np.eye(3))[:-1], "npy_damaged"),
        (npy(np.eye(3)) + b"0", "npy_damaged"),
        (npy(np.eye(3))[:30], "npy_damaged"),
        (b"\x93NUMPY\x09\x00" + b"x" * 50, "npy_damaged"),
        (_with_header(HUGE), "npy_damaged"),
        (_with_header(NEGATIVE, b"1234"), "npy_damaged"),
        (_with_header("__import__('os').system('true')"), "npy_damaged"),
        (_with_header("(" * 100), "npy_damaged"),
        (npy(np.array([{}, {}]), allow_pickle=True), "npy_not_numbers"),
        (npy(np.array(["a", "b"])), "npy_not_numbers"),
        (npy(np.array([1j])), "npy_not_numbers"),
        (npy(np.zeros(2, [("a", "f4")])), "npy_not_numbers"),
        (npy(np.array([[1, np.nan]])), "npy_not_finite"),
        (npy(np.array([[1, 1e10]])), "npy_not_finite"),
        (npy(np.zeros((2, 4, 5))), "npy_shape"),
        (npy(np.zeros((1, 3, 4, 5))), "npy_shape"),
        (npy(np.zeros((0, 3))), "npy_shape"),
        (npy(np.array(3.0)), "npy_shape"),
        (npy(np.zeros((1, 20_000))), "numbers_file_wrong"),
        (pickle.dumps([1, 2]), "file_not_text"),
        (b"1 2\n3 x", "numbers_file_wrong"),
        (b"1 2\n3", "numbers_file_wrong"),
        (b"", "numbers_file_wrong"),
    ],
)
def test_that_a_file_that_holds_no_picture_says_why(data: bytes, code: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        picture_of_numbers(data, "k.npy")
    assert refused.value.code == code
    assert "k.npy" in sentence(refused.value)


@pytest.mark.parametrize("shape", [(1, 20_000), (20_000, 1)])
def test_that_a_picture_too_long_to_be_drawn_is_refused(shape: tuple[int, int]) -> None:
    numbers = np.zeros((1, *shape), np.float32)
    for data, name in ((encode_npy(numbers), "o.npy"), (encode_csv(numbers), "o.csv")):
        with pytest.raises(CnnvizError) as refused:
            picture_of_numbers(data, name)
        problem = refused.value.facts["problem"]
        assert isinstance(problem, CnnvizError)
        assert problem.code == "size_too_large"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_that_the_text_of_windows_programs_is_read(encoding: str) -> None:
    assert text_of("0,5\t1".encode(encoding), "k.txt") == "0,5\t1"


@pytest.mark.parametrize("name", ["o.npy", "o.csv", "O.CSV"])
def test_that_the_window_opens_the_files_that_the_program_writes(
    name: str, tmp_path: Path
) -> None:
    own = encode_npy(CHANNELS) if name.endswith(".npy") else encode_csv(CHANNELS)
    (tmp_path / name).write_bytes(own)
    shared = picture_in_file(tmp_path / name).shared
    assert shared.origin == "numbers"
    assert shared.numbers_chw is not None
    assert shared.numbers_chw.tolist() == CHANNELS.tolist()


def test_that_changed_bytes_end_in_numbers_or_in_a_sentence() -> None:
    whole, chance = npy(np.eye(3)), np.random.default_rng(11)
    for _ in range(300):
        data = bytearray(whole)
        for at in chance.integers(6, 128, chance.integers(1, 4)):
            data[at] = int(chance.integers(0, 256))
        with suppress(CnnvizError):
            picture_of_numbers(bytes(data), "k.npy")
