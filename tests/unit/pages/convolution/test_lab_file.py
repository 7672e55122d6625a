"""Lab files: what is written is read again exactly so, and nothing else is believed."""

import base64
import json
import struct
import zlib
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model import lab_file, lab_text
from cnnviz.pages.convolution.model.kernel_bank import KernelBank
from cnnviz.pages.convolution.model.lab_file import Lab, LabView, decode_lab
from cnnviz.pages.convolution.model.lab_settings import (
    LabSettings,
    PoolSettings,
    SignalSettings,
    TransposedSettings,
    initial_settings,
    with_bank,
)
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.lab_cases import encode_lab

WHOLE = st.integers(-5, 20)
PAIR = st.tuples(WHOLE, WHOLE)
NUMBER = st.floats(-1e6, 1e6, width=32)


def picture(*shape: int, seed: int = 0) -> Picture:
    rng = np.random.default_rng(seed)
    return Picture(rng.integers(0, 256, shape, np.uint8), "café.png")


@st.composite
def any_settings(draw: st.DrawFn) -> LabSettings:
    """Return settings as a user can ask for them, possible or not."""
    small = st.integers(1, 3)
    shape = (draw(small), draw(small), draw(small), draw(small))
    count = int(np.prod(shape))
    weights = draw(st.lists(NUMBER, min_size=count, max_size=count))
    bank = KernelBank(np.array(weights, np.float32).reshape(shape))
    biases = draw(st.lists(NUMBER, min_size=shape[0], max_size=shape[0]))
    return replace(
        with_bank(initial_settings(), bank, tuple(biases)),
        learned_biases=draw(st.frozensets(st.integers(0, shape[0] - 1))),
        operation=draw(
            st.sampled_from(["convolution", "transposed", "pooling", "signal"])
        ),
        colour=draw(st.sampled_from(["grey", "rgb"])),
        value_range=draw(st.sampled_from(["0..255", "0..1", "-1..1"])),
        stride=draw(PAIR),
        padding=draw(
            st.sampled_from(["valid", "same", "full"])
            | PAIR
            | st.tuples(WHOLE, WHOLE, WHOLE, WHOLE)
        ),
        padding_mode=draw(
            st.sampled_from(["zeros", "reflect", "replicate", "circular"])
        ),
        dilation=draw(PAIR),
        flip=draw(st.booleans()),
        groups=draw(WHOLE),
        activation=draw(st.sampled_from(["none", "relu", "leaky_relu", "softmax"])),
        slope=draw(st.floats(-1, 1)),
        transposed=TransposedSettings(
            stride=draw(PAIR), padding=draw(PAIR), output_padding=draw(PAIR)
        ),
        pooling=PoolSettings(
            kind=draw(st.sampled_from(["max", "min", "average", "sum"])),
            size=draw(PAIR),
            stride=draw(st.none() | PAIR),
            is_global=draw(st.booleans()),
        ),
        signal=SignalSettings(
            values=tuple(draw(st.lists(NUMBER, min_size=1, max_size=9))),
            kernel=tuple(draw(st.lists(NUMBER, min_size=1, max_size=5))),
            stride=draw(WHOLE),
            bias=draw(st.floats(-1e6, 1e6)),
        ),
    )


@settings(max_examples=200, deadline=None)
@given(asked=any_settings(), row=st.integers(0, 99), playing_speed=st.floats(0.25, 60))
def test_that_a_lab_is_read_as_it_was_written(
    asked: LabSettings, row: int, playing_speed: float
) -> None:
    view = LabView(cell=(row, 3), output_channel=1, steps_per_second=playing_speed)
    lab = Lab(SharedPicture(picture(3, 5, 4), "file"), asked, view)

    again = decode_lab(encode_lab(lab), "a.cnnlab")

    assert again.settings == asked
    assert again.view == view
    assert again.picture.picture.name == "café.png"
    np.testing.assert_array_equal(
        again.picture.picture.pixels_chw, lab.picture.picture.pixels_chw
    )


def test_that_a_drawing_and_typed_numbers_come_back() -> None:
    ink = np.random.default_rng(1).integers(0, 256, (280, 280), np.uint8)
    drawing = SharedPicture(picture(1, 28, 28), "drawing", ink)
    numbers = np.array([[[-1.5, 2e-7], [3.0, 1e5]]], np.float32)
    typed = SharedPicture(picture(1, 2, 2), "numbers", None, numbers)

    drawn_again, typed_again = (
        decode_lab(encode_lab(Lab(one, initial_settings(), LabView())), "a").picture
        for one in (drawing, typed)
    )

    assert drawn_again.origin == "drawing"
    np.testing.assert_array_equal(drawn_again.ink_hw, ink)
    assert typed_again.origin == "numbers"
    np.testing.assert_array_equal(typed_again.numbers_chw, numbers)


def encoded() -> bytes:
    lab = Lab(SharedPicture(picture(1, 3, 3), "file"), initial_settings(), LabView())
    return encode_lab(lab)


def record() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(encoded())
    return read


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "lab_empty"),
        (encoded()[:-40], "lab_cut_short"),
        (b"\x89PNG", "lab_not_a_lab"),
        (b"[1, 2]", "lab_not_a_lab"),
        (b"[" * 100_000, "lab_not_a_lab"),
        (b'{"format": "cnnviz lab", "version": 4}', "lab_too_new"),
        (b'{"format": "cnnviz lab", "version": 3}', "lab_damaged"),
        (b'{"format": "cnnviz lab", "version": 2}', "lab_damaged"),
        (b'{"format": "cnnviz lab", "version": 1}', "lab_damaged"),
        (b'{"format": "cnnviz lab"}', "lab_damaged"),
    ],
)
def test_that_a_file_that_is_no_lab_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(CnnvizError) as caught:
        decode_lab(data, "a.cnnlab")

    assert caught.value.code == code


@pytest.mark.parametrize(
    ("operation", "kept"), [("signal", "none"), ("convolution", "relu")]
)
def test_that_a_file_of_version_1_is_what_it_was(operation: str, kept: str) -> None:
    old = record()
    old["version"] = 1
    old["settings"] |= {"operation": operation, "activation": "relu"}
    del old["settings"]["signal"]["bias"]

    found = read_or_refused(json.dumps(old).encode())

    assert isinstance(found, Lab)
    # Then a signal's sums were shown alone, whatever was set for pictures.
    assert (found.settings.activation, found.settings.signal.bias) == (kept, 0)


def test_that_a_signals_bias_is_not_left_out() -> None:
    broken = record()
    del broken["settings"]["signal"]["bias"]

    assert read_or_refused(json.dumps(broken).encode()) == "lab_damaged"


def places(values: dict[str, Any], before: str = "") -> list[str]:
    found = []
    for key, value in values.items():
        found.append(before + key)
        if isinstance(value, dict):
            found += places(value, f"{before}{key}.")
    return found


def read_or_refused(data: bytes) -> Lab | str:
    try:
        return decode_lab(data, "a.cnnlab")
    except CnnvizError as error:
        return error.code


@pytest.mark.parametrize("wrong", [{}, [], "x", -1e308, True, [[[["x"]]]], 10**400])
@pytest.mark.parametrize("place", places(record()))
def test_that_a_wrong_value_is_refused_or_harmless(place: str, wrong: object) -> None:
    broken = record()
    *parts, key = place.split(".")
    at = broken
    for part in parts:
        at = at[part]
    at[key] = wrong

    found = read_or_refused(json.dumps(broken).encode())

    if isinstance(found, str):
        assert found in ("lab_damaged", "lab_not_a_lab", "lab_too_new")
    else:
        assert decode_lab(encode_lab(found), "a").settings == found.settings


@pytest.mark.parametrize(
    ("place", "wrong"),
    [
        ("settings.stride", [1, 2.0]),
        ("settings.stride", [1, True]),
        ("settings.stride", [1, 2, 3]),
        ("settings.padding", "around"),
        ("settings.padding", [1, 2, 3]),
        ("settings.slope", float("nan")),
        ("settings.slope", float("inf")),
        ("settings.slope", True),
        ("settings.biases", [0.0, 0.0]),
        ("settings.kernels", [[[[float("inf")]]]]),
        ("settings.kernels", [[[[0.0] * 16]]]),
        ("settings.pooling.size", [100_001, 1]),
        ("settings.pooling.kind", "largest"),
        ("settings.signal.values", []),
        ("settings.learned_biases", [1]),
        ("picture.edits", ["burnt"]),
        ("picture.ink", None),
        ("view.cell", [-1, 0]),
    ],
)
def test_that_a_refusal_names_the_place(place: str, wrong: object) -> None:
    broken = record()
    *parts, key = place.split(".")
    at = broken
    for part in parts:
        at = at[part]
    at[key] = wrong if key != "ink" else at["png"]  # a picture of another size

    with pytest.raises(CnnvizError) as caught:
        decode_lab(json.dumps(broken).encode(), "a.cnnlab")

    assert caught.value.code == "lab_damaged"
    assert caught.value.facts == {"file": "a.cnnlab", "place": place}


def test_that_a_lab_from_before_learned_biases_has_none() -> None:
    older, beyond = record(), record()
    del older["settings"]["learned_biases"]
    beyond["settings"]["learned_biases"] = [len(beyond["settings"]["biases"])]

    lab = read_or_refused(json.dumps(older).encode())

    assert isinstance(lab, Lab)
    assert lab.settings.learned_biases == frozenset()
    assert read_or_refused(json.dumps(beyond).encode()) == "lab_damaged"


@pytest.mark.parametrize(("row", "most"), [("values", 256), ("kernel", 31)])
def test_that_a_signal_is_no_longer_than_one_can_be_typed(row: str, most: int) -> None:
    longest, longer = record(), record()
    longest["settings"]["signal"][row] = [1.0] * most
    longer["settings"]["signal"][row] = [1.0] * (most + 1)

    assert isinstance(read_or_refused(json.dumps(longest).encode()), Lab)
    assert read_or_refused(json.dumps(longer).encode()) == "lab_damaged"


BEGIN = b'{"format": "cnnviz lab", "version": 2, "a": '


@pytest.mark.parametrize(
    ("begin", "part", "count", "end"),
    [
        (b"[", b"[],", 1_100_000, b"0]}"),
        (b"[", b"{},", 1_100_000, b"0]}"),
        (b"[", b"1,", 2_100_000, b"0]}"),
        (b"[", b'"",', 60_000, b"0]}"),
        (b"", b"[", 2_100_000, b""),
        (b"", b" ", 33 * 1024**2, b"0}"),
        ('"😀'.encode(), b" ", 33 * 1024**2, b'"}'),
        (b"1.", b"1", 33 * 1024**2, b"}"),
    ],
)
def test_that_a_file_with_more_in_it_than_any_lab_is_refused_unparsed(
    begin: bytes,
    part: bytes,
    count: int,
    end: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lab_text.json, "loads", lambda _: pytest.fail("parsed"))

    assert read_or_refused(BEGIN + begin + part * count + end) == "lab_too_large"


def test_that_the_largest_lab_is_read() -> None:
    rng = np.random.default_rng(3)
    bank = KernelBank(rng.standard_normal((64, 64, 15, 15)).astype(np.float32))
    noise = rng.integers(0, 256, (3, 1200, 1200), np.uint8)
    lab = Lab(
        SharedPicture(Picture(noise, "@0"), "file"),
        with_bank(initial_settings(), bank, (0.0,) * 64),
        LabView(),
    )

    again = decode_lab(encode_lab(lab), "a.cnnlab")

    assert again.settings == lab.settings
    assert again.picture.picture.name == "@0"
    np.testing.assert_array_equal(again.picture.picture.pixels_chw, noise)


def png(width: int, height: int, bits: int = 8, colour: int = 0) -> bytes:
    """Return a black PNG by hand: small, whatever its size claims to be."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + check.to_bytes(4)

    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    samples = {0: 1, 2: 3, 6: 4}[colour]
    row = bytes(1 + width * samples * bits // 8)
    packed = zlib.compress(row * min(height, 50))
    chunks = chunk(b"IHDR", head), chunk(b"IDAT", packed), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_picture(content: bytes) -> bytes:
    changed = record()
    changed["picture"]["png"] = base64.b64encode(content).decode()
    return json.dumps(changed).encode()


@pytest.mark.parametrize(
    "content",
    [
        png(8192, 8192),
        png(4096, 4097, colour=2),
        png(4, 4, bits=16),
        png(4, 4, colour=6),
        png(4, 4)[:20],
        b"GIF89a" + bytes(40),
        b"",
    ],
)
def test_that_a_picture_that_no_lab_holds_is_not_decoded(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(read_or_refused(with_picture(png(4, 4))), Lab)
    monkeypatch.setattr(lab_file, "decode_picture", lambda *_: pytest.fail("decoded"))

    assert read_or_refused(with_picture(content)) == "lab_damaged"


@pytest.mark.parametrize(
    ("shape", "length"),
    [
        ([1, 2**24, 2**24], 0),
        ([2**24, 2**24, 2**16], 0),
        ([1, 3, 3], 35),
        ([2, 3, 3], 72),
        ([1, 3, 3], 40),
    ],
)
def test_that_numbers_of_another_length_than_their_shape_are_refused(
    shape: list[int], length: int
) -> None:
    broken = record()
    content = base64.b64encode(bytes(length)).decode()
    broken["picture"]["numbers"] = {"shape": shape, "float32": content}

    assert read_or_refused(json.dumps(broken).encode()) == "lab_damaged"
