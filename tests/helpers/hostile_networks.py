"""Networks as JSON that are broken, or meant to do harm: made here, by their names."""

import json
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from cnnviz.engine.networks.files.network_json import FORMAT, MOST_BYTES
from cnnviz.engine.networks.layers import LAYER_KINDS

Case = tuple[str, bytes]

LAYERS: list[dict[str, Any]] = [
    {"type": "conv2d", "name": "c", "channels": 2, "kernel": [3, 3]},
    {"type": "flatten", "name": "f"},
    {"type": "linear", "name": "l", "units": 3},
]
GOOD: dict[str, Any] = {
    "format": FORMAT,
    "version": 1,
    "name": "good",
    "title": "Good",
    "input_chw": [1, 6, 6],
    "normalization": [0.5, 0.25],
    "labels": ["a", "b", "c"],
    "layers": LAYERS,
}

NEEDED = {
    "conv2d": {"channels": 2, "kernel": [1, 1]},
    "linear": {"units": 3},
    "radial_basis": {"codes": [[1.0] * 36]},
}
"""What a kind cannot do without."""

ABSURD = (
    {"a": 1}, [[[[1]]]], [{}], "?", -(10**9), 10**9, float("nan"), float("inf"),
    "x" * 5000, "__class__", [1, 2, 3, 4, 5, 6], 10**300,
    -(10**309),
)  # fmt: skip
"""Values that no field takes."""

FINE = {"name": str, "inputs": ()}


def with_layers(*layers: object, **changes: object) -> bytes:
    return json.dumps({**GOOD, "layers": list(layers), **changes}).encode()


def odd_texts() -> Iterator[Case]:
    text = json.dumps(GOOD).encode()
    for length in (0, 1, 2, 10, 40, 90, len(text) // 2, len(text) - 1):
        yield f"text cut at {length}", text[:length]
    for depth in (1000, 100_000, 2_000_000):
        for sign in (b"[", b'{"a":', b'{"layers":['):
            deep = sign * (min(depth * len(sign), MOST_BYTES) // len(sign))
            yield f"{depth} times {sign!r}", deep
    yield "closed depth", b"[" * 100_000 + b"]" * 100_000
    inner = b'"layers": ' + b"[" * 50_000 + b"]" * 50_000
    yield "depth within", text[:-1] + b"," + inner + b"}"
    yield "too large", text + b" " * MOST_BYTES
    for odd in (b"null", b"true", b"3", b'"x"', b"[]", b"{}", b"NaN", b"1e999", b"\xff",
                b"9" * 100_000, b'{"a": ' + b"9" * 5000 + b"}", b"<html></html>",
                b"\x80\x02cos\nsystem\n", b"PK\x03\x04", b"\0" * 100, b"'a'", b"{'a': 1}",
                b"import os", b"\xef\xbb\xbf", b'{"a": 1,}', b"[1, 2", b'"\\ud800"'):  # fmt: skip
        yield f"text {odd[:20]!r}", odd


def odd_heads() -> Iterator[Case]:
    def changed(**changes: object) -> bytes:
        return json.dumps({**GOOD, **changes}).encode()

    for value in (None, 1, "cnnviz lab", [], {}, ""):
        yield f"format {value!r}", changed(format=value)
    for value in (None, 0, -1, 2, 10**30, "1", 1.0, True, [1], {}):
        yield f"version {value!r}", changed(version=value)
    for value in (None, 1, [], {}, ["a"]):
        yield f"name {value!r}", changed(name=value)
        yield f"title {value!r}", changed(title=value)
    for value in (
        None, 1, "a", {}, [], [1], [1, 2], [1, 2, 3, 4], [0, 6, 6], [1, 0, 6], [1, 6, -6],
        ["1", "6", "6"], [1.0, 6.0, 6.0], [True, 6, 6], [1, 10**5, 10**5], [10**5, 99, 99],
        [1, 10**30, 1], [[1], 6, 6], [1, 6, None], [1, 5000, 1],
    ):  # fmt: skip
        yield f"input {value!r}", changed(input_chw=value)
    for value in (
        None, 1, "a", {}, [], [0.5], [0.5, 0], [0.5, 1e-50], [0.5, -1], [0.5, "1"], [None, 1],
        [[0.5, 0.5], [0.5, 0.5]], [[0.5]], [float("nan"), 1], [0, float("inf")],
        [1e308, 1], [True, True], [0.5, 0.5, 0.5], [10**309, 1], [0.5, 10**4000],
    ):  # fmt: skip
        yield f"normalization {value!r}", changed(normalization=value)
    for value in (
        None,
        1,
        "abc",
        {},
        ["a"],
        ["a"] * 4,
        [1, 2, 3],
        [["a"]] * 3,
        [None] * 3,
    ):
        yield f"labels {value!r}", changed(labels=value)
    for value in (None, 1, "a", {}, [], [None], [[]], ["flatten"], [{}], [3] * 10_000):
        yield f"layers {str(value)[:20]}", changed(layers=value)
    yield "field", changed(weights=[1])
    yield "code", changed(__class__="os.system")


def odd_fields() -> Iterator[Case]:
    for key, kind in LAYER_KINDS.items():
        fit = {"type": key, "name": "odd", **NEEDED.get(key, {})}
        for field in fields(kind):
            for index, value in enumerate(ABSURD):
                if field.name == "name" and isinstance(value, str):
                    continue  # any text may be a name
                layer = {**fit, field.name: value}
                flat = [] if key not in ("linear", "radial_basis") else LAYERS[1:2]
                yield f"{key}.{field.name}, {index}", with_layers(*flat, layer)
            if field.name in fit:
                lacking = {n: v for n, v in fit.items() if n != field.name}
                yield f"{key} without {field.name}", with_layers(lacking)
        yield f"{key} with more", with_layers({**fit, "more": 1})


def odd_layers() -> Iterator[Case]:
    conv, flat, linear = LAYERS
    for value in (
        None,
        3,
        "",
        "conv3d",
        "Conv2d",
        "__class__",
        ["conv2d"],
        {},
        "x" * 9999,
    ):
        yield (
            f"type {str(value)[:20]}",
            with_layers({**conv, "type": value}, flat, linear),
        )
    for name in ("", "a.b", "input", "c", ".", "x" * 50 + "."):
        yield f"name {name[:10]!r}", with_layers(conv, {**flat, "name": name}, linear)
    for inputs in (["l"], ["f"], ["nobody"], ["c", "c"], [""], ["c"] * 50_000):
        read = {**flat, "inputs": inputs}
        yield f"inputs {str(inputs)[:20]}", with_layers(conv, read, linear)
    add = {"type": "add", "name": "sum", "inputs": ["c", "input"]}
    yield "sum of others", with_layers(conv, add, flat, linear)
    joined = {"type": "concatenate", "name": "sum", "inputs": ["c", "input"] * 20_000}
    yield "many branches", with_layers(conv, joined, flat, linear)
    yield "no flatten", with_layers(conv, linear)
    yield "two flattens", with_layers(flat, {**flat, "name": "g"}, linear)
    yield "maps at the end", with_layers(conv)
    yield "too many", with_layers(*({**flat, "name": f"f{n}"} for n in range(1001)))
    yield "kernel too large", with_layers({**conv, "kernel": [7, 7]}, flat, linear)
    for change in (
        {"channels": 0}, {"channels": -1}, {"channels": 99_999, "padding": [900, 900]},
        {"padding": [90_000, 90_000]}, {"padding": [-1, 0]}, {"padding": "most"},
        {"padding": [9000, 9000], "stride": [9000, 9000]}, {"stride": [0, 1]},
        {"dilation": [0, 0]}, {"dilation": [50_000, 1]}, {"groups": 0}, {"groups": 2},
        {"connections_table": [[0]]}, {"connections_table": [[0], [1]]},
        {"connections_table": [[0, 0], [0]]}, {"connections_table": [[-1], [0]]},
        {"padding_mode": "reflect", "padding": [9, 9]}, {"kernel": [0, 1]},
        {"channels": 60_000, "kernel": [1, 1], "padding": [60, 60]},
    ):  # fmt: skip
        yield (
            f"convolution with {change}",
            with_layers({**conv, **change}, flat, linear),
        )
    empty = {**conv, "channels": 90_000, "connections_table": [[]] * 90_000}
    wide = {**conv, "channels": 8000}
    yield "table of nothing", with_layers(wide, {**empty, "name": "d"}, flat, linear)
    yield "units", with_layers(flat, {**linear, "units": 99_999}, {
        **linear, "name": "m", "units": 99_999})  # fmt: skip
    yield "labels", with_layers(flat, input_chw=[7, 4000, 4000], labels=[])
    yield "other labels", with_layers(flat, {**linear, "units": 7})
    yield (
        "codes",
        with_layers(flat, {"type": "radial_basis", "name": "r", "codes": [[1]]}),
    )
    pool = {"type": "pool2d", "name": "p"}
    for change in (
        {"kernel": [9, 9]}, {"padding": [2, 2]}, {"stride": [0, 0]}, {"kind": "median"},
        {"kernel": [50_000, 50_000], "padding": [25_000, 25_000]}, {"ceil_mode": 1},
        {"padding": "valid"}, {"counts_padding": None},
    ):  # fmt: skip
        yield f"pooling with {change}", with_layers({**pool, **change}, flat, linear)
