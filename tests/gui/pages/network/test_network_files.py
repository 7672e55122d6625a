"""Networks, maps and the page in and out of files, by menu, dialog and drop."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cnnviz.app import Session
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.map_sheet import map_sheet
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from cnnviz.engine.networks.seeded_weights import seeded_weights
from cnnviz.engine.networks.weights import save_weights, shipped_weights
from cnnviz.state.workers.weight_file import opened_network
from tests.helpers.exported_code import imported
from tests.helpers.session import session

__all__ = ["session"]

Save = Callable[[str, Path], None]


@pytest.fixture
def save(session: Session, qtbot: QtBot) -> Save:
    """Return what saves from the Network page under a name, by an action's dialog."""
    session.window.show_page("network")
    store = session.network.store
    qtbot.waitUntil(lambda: store.state.answer is not None, timeout=5_000)

    def save(name: str, path: Path) -> None:
        session.window.findChild(QAction, name).trigger()
        dialogs = session.window.findChildren(QFileDialog)
        dialog = next(one for one in dialogs if one.isVisible())
        with qtbot.waitSignal(session.looking.files.saved, timeout=5_000):
            dialog.fileSelected.emit(str(path))
        dialog.close()

    return save


def test_that_a_saved_network_is_opened_again_with_its_weights_by_a_drop(
    session: Session, save: Save, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "mine.json"
    save("save_network", path)
    assert (tmp_path / "mine.safetensors").is_file()
    session.window.show_page("draw")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    store = session.looking.choices.current
    with qtbot.waitSignal(store.changed, timeout=5_000):
        assert session.window._wishes.take(mime)
    assert session.window.page.key == "network"
    opened = store.state
    assert (opened.origin, opened.file) == ("file", "mine.json")
    assert opened.network == network("lenet5")
    assert opened.weights is not None
    shipped = shipped_weights(network("lenet5"))
    np.testing.assert_array_equal(opened.weights["c1.weight"], shipped["c1.weight"])
    assert session.networks.state.origin == "shipped"


@pytest.mark.parametrize("ending", [".onnx", ".py", ".safetensors"])
def test_that_a_network_is_written_in_each_format(
    save: Save, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"net{ending}"
    save("save_network", path)
    assert path.stat().st_size > 1_000
    shipped = shipped_weights(network("lenet5"))
    if ending == ".py":
        held = imported(path).build().state_dict()
    else:
        held = opened_network(path).weights or {}
    assert len(held) == len(shipped)
    np.testing.assert_array_equal(held["c1.weight"], shipped["c1.weight"])


def test_that_maps_are_those_of_the_open_layer(
    session: Session, save: Save, tmp_path: Path
) -> None:
    session.network.open_map("s2", 1)
    save("export_maps", tmp_path / "maps.npy")
    save("export_maps", tmp_path / "maps.csv")
    save("export_maps", tmp_path / "maps.png")
    answer = session.network.store.state.answer
    assert answer is not None
    maps_chw = np.load(tmp_path / "maps.npy")
    np.testing.assert_array_equal(maps_chw, answer.values("s2"))
    tables = (tmp_path / "maps.csv").read_text().split("\n\n")
    assert len(tables) == 6
    first_hw = np.loadtxt(tables[0].splitlines(), delimiter=",")
    np.testing.assert_allclose(first_hw, maps_chw[0], rtol=1e-5)
    with Image.open(tmp_path / "maps.png") as image:
        sheet_hwc = np.asarray(image.convert("RGB"))
    expected_chw = map_sheet(maps_chw, signed=False)
    np.testing.assert_array_equal(sheet_hwc, expected_chw.transpose(1, 2, 0))


def test_that_the_page_is_a_picture_and_a_drawing(
    session: Session, save: Save, tmp_path: Path
) -> None:
    save("export_page_png", tmp_path / "page.png")
    save("export_page_svg", tmp_path / "page.svg")
    with Image.open(tmp_path / "page.png") as image:
        assert image.width > session.window.width()
        colours = image.convert("RGB").getcolors(1 << 20)
    assert colours is None or len(colours) > 50
    text = "".join(ElementTree.parse(tmp_path / "page.svg").getroot().itertext())
    assert "LeNet-5" in text
    assert "C1" in text


def test_that_a_name_of_another_kind_is_refused_in_a_sentence(
    session: Session, save: Save, qtbot: QtBot, tmp_path: Path
) -> None:
    page = session.window.page
    with qtbot.waitSignal(page.refused) as refused:
        session.looking.files.save_network(str(tmp_path / "net.h5"))
    assert refused.args is not None
    assert "net.h5" in refused.args[0]
    assert not (tmp_path / "net.h5").exists()


class TestReading:
    def test_that_a_network_without_weights_begins_by_chance(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "mlp.json"
        path.write_text(network_json(network("mlp")))
        opened = opened_network(path)
        assert (opened.origin, opened.weights) == ("untrained", None)
        assert (opened.network, opened.file) == (network("mlp"), "mlp.json")

    def test_that_weights_of_a_network_in_colour_find_it(self, tmp_path: Path) -> None:
        path = tmp_path / "cifar.safetensors"
        tiny = network("tiny-vgg")
        save_weights(path, tiny, seeded_weights(tiny))
        assert opened_network(path).network == tiny

    def test_that_weights_are_tried_first_on_the_network_that_is_shown(
        self, tmp_path: Path
    ) -> None:
        own = replace(network("lenet5"), name="own", title="Own")
        path = tmp_path / "own.safetensors"
        save_weights(path, own, seeded_weights(own))
        assert opened_network(path, own).network is own
        assert opened_network(path).network == network("lenet5")

    def test_that_a_broken_network_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "odd.json"
        path.write_text(json.dumps({"format": "something else"}))
        with pytest.raises(CnnvizError):
            opened_network(path)
