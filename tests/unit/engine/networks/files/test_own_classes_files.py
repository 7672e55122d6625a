"""A network of own classes in files of all kinds: its drawings are prepared there, too."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.preparation import prepare_picture
from cnnviz.engine.networks.catalogue.own_classes import own_classes_network
from cnnviz.engine.networks.files.network_files import read_network
from cnnviz.engine.networks.files.network_json import network_from_json, network_json
from cnnviz.engine.networks.files.onnx.writer import onnx_bytes
from cnnviz.engine.networks.network_input import network_input
from cnnviz.engine.networks.seeded_weights import seeded_weights

NETWORK = own_classes_network(("smile", "<b>sad</b>", "😀"))


def test_that_json_and_onnx_say_that_it_reads_drawings(tmp_path: Path) -> None:
    assert network_from_json(network_json(NETWORK).encode()) == NETWORK
    path = tmp_path / "moods.onnx"
    path.write_bytes(onnx_bytes(NETWORK, seeded_weights(NETWORK, 0)))
    found, _ = read_network(path)
    assert found.reads_drawings
    assert found.labels == NETWORK.labels
    other = replace(NETWORK, drawings=False)
    path.write_bytes(onnx_bytes(other, seeded_weights(other, 0)))
    assert not read_network(path)[0].reads_drawings


@pytest.mark.parametrize("said", ['"yes"', "1", "[]", "null"])
def test_that_it_is_said_with_yes_or_no_alone(said: str) -> None:
    text = network_json(NETWORK).replace('"drawings": true', f'"drawings": {said}')
    with pytest.raises(CnnvizError, match="network_value_wrong"):
        network_from_json(text.encode())


def test_that_any_picture_is_prepared_for_it_as_a_digit_is() -> None:
    page = np.full((90, 200), 240, np.uint8)
    page[20:70, 50:60] = 20
    picture = Picture(page[np.newaxis], "bar")
    given = network_input(picture, NETWORK).pixels
    assert np.array_equal(given, prepare_picture(picture).digit_hw)
    other = replace(NETWORK, input_chw=(1, 32, 32))
    assert not other.reads_drawings
    assert network_input(picture, other).pixels.shape == (32, 32)
