"""``cnnviz summary``: the contract's JSON, and a table for people."""

import json
import subprocess
import sys

import pytest

from cnnviz.cli.main import main


def test_that_json_has_exactly_the_promised_keys(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary", "lenet5", "--json"]) == 0
    out = capsys.readouterr().out
    found = json.loads(out)
    assert list(found) == [
        "network", "title", "input_shape", "classes", "parameters", "learned",
        "not_learned", "connections", "multiply_adds", "memory", "layers",
    ]  # fmt: skip
    assert (found["network"], found["parameters"]) == ("lenet5", 61_706)
    for layer in found["layers"]:
        assert list(layer) == [
            "name", "kind", "output_shape", "kernel", "stride", "dilation", "padding",
            "parameters", "parameter_sum", "learned", "not_learned", "connections",
            "multiply_adds", "receptive_field", "memory",
        ]  # fmt: skip
    assert found["layers"][3] == {
        "name": "c3",
        "kind": "conv2d",
        "output_shape": [16, 10, 10],
        "kernel": [5, 5],
        "stride": [1, 1],
        "dilation": [1, 1],
        "padding": [0, 0, 0, 0],
        "parameters": 2_416,
        "parameter_sum": "5 × 5 × 6 × 16 + 16",
        "learned": 2_416,
        "not_learned": 0,
        "connections": 241_600,
        "multiply_adds": 240_000,
        "receptive_field": 14,
        "memory": 4 * (16 * 10 * 10 + 2_416),
    }
    assert sum(layer["multiply_adds"] for layer in found["layers"]) == 416_520
    assert out.count("\n") == 1


def test_that_the_table_has_a_line_a_layer_and_the_total(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary", "convnet"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Convnet 32-64-128, input 1 × 28 × 28")
    conv3 = next(line for line in lines if line.startswith("conv3 "))
    assert conv3.split()[1:] == [
        "conv2d",
        "128",
        "×",
        "3",
        "×",
        "3",
        "73,856",
        "663,552",
        "18",
        "×",
        "18",
    ]
    assert "104,202" in lines[-1]
    assert max(map(len, lines)) <= 80


def test_that_an_unknown_network_is_refused_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary", "lenet6"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "lenet5, convnet" in captured.err


def test_that_a_summary_loads_neither_torch_nor_qt() -> None:
    code = (
        "import sys; from cnnviz.cli.main import main; main(['summary', 'lenet5']); "
        "bad = {'torch', 'PySide6'} & set(sys.modules); sys.exit(repr(bad) if bad else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_that_numbers_that_are_not_learned_stand_beside_those_that_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary", "sign-language", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    totals = found["parameters"], found["learned"], found["not_learned"]
    assert totals == (264_049, 263_749, 300)
    normalized = next(layer for layer in found["layers"] if layer["name"] == "bn1")
    counted = normalized["parameters"], normalized["learned"], normalized["not_learned"]
    assert counted == (300, 150, 150)
    assert normalized["parameter_sum"] == "4 × 75"
    pooled = next(layer for layer in found["layers"] if layer["name"] == "pool3")
    assert pooled["padding"] == [0, 1, 0, 1]


def test_that_all_columns_count_the_parameters_as_a_person_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary", "lenet5", "--all"]) == 0
    lines = capsys.readouterr().out.splitlines()
    first = next(line for line in lines if line.startswith("c1 "))
    for said in ("156", "5 × 5 × 1 × 6 + 6", "2, 2, 2, 2", "122,304"):
        assert said in first


def test_that_without_a_name_all_networks_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["summary"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 12
    assert main(["summary", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["networks"]
    assert {one["network"]: one["parameters"] for one in found}[
        "googlenet"
    ] == 6_998_552
