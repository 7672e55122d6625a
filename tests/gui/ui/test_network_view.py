"""The view of a network, given pictures and nothing else."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.layers import (
    Activation,
    Conv2d,
    Flatten,
    Linear,
    Network,
    Pool2d,
)
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.networks.trace import LayerOutput, Trace
from cnnviz.state.picture.layer_pictures import input_picture
from cnnviz.state.picture.network_pictures import NetworkPictures, layer_pictures
from cnnviz.ui.canvas.grid_canvas import GridCanvas
from cnnviz.ui.network_view.feeding import fed_tiles, feeding_tiles
from cnnviz.ui.network_view.network_stages import flow, stages
from cnnviz.ui.network_view.network_view import NetworkView, OpenMap
from cnnviz.ui.tiles.layer_tiles import LayerTiles

LENET, CONVNET = network("lenet5"), network("convnet")

SIGNS = Network(
    name="signs",
    title="Signs",
    input_chw=(1, 12, 12),
    normalization=(0.0, 1.0),
    labels=("A", "B", "C"),
    layers=(
        Conv2d(name="first", channels=5, kernel=(3, 3)),
        Pool2d(name="half"),
        Flatten(name="flat"),
        Linear(name="hidden", units=3),
        Activation(name="hidden_relu"),
        Linear(name="answer", units=3),
        Activation(name="answer_relu"),
    ),
)
"""Classes that are no digits, and as many numbers in a layer before as there are."""


def pictures(of: Network, seed: int = 0) -> NetworkPictures:
    rng = np.random.default_rng(seed)
    outputs = tuple(
        LayerOutput(
            layer.name,
            layer.kind,
            rng.normal(0, 1, layer.output_shape).astype(np.float32),
        )
        for layer in summarize(of).layers
    )
    nothing = np.zeros(of.input_chw, np.float32)
    seen = input_picture(rng.integers(0, 256, of.input_chw[1:], dtype=np.uint8))
    return NetworkPictures(
        of,
        seen,
        layer_pictures(Trace(nothing, outputs, np.ones(3, np.float32), best=0)),
    )


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    made = NetworkView()
    qtbot.addWidget(made)
    made.resize(700, 640)
    made.zoom.reduced_motion = True
    with qtbot.waitExposed(made):
        made.show()
    return made


def tiles(view: NetworkView, layer: str) -> LayerTiles:
    found = view.findChild(LayerTiles, f"tiles_{layer}")
    assert found is not None
    return found


def shown_numbers(view: NetworkView) -> object:
    canvas = view.findChild(GridCanvas, "map_canvas")
    assert canvas is not None
    return canvas.values_hw


@pytest.mark.parametrize("of", [LENET, CONVNET, SIGNS], ids=lambda of: of.name)
def test_that_every_layer_of_any_network_shows_its_maps(
    view: NetworkView, of: Network
) -> None:
    given = pictures(of)
    view.render_state(given, "Some network")
    assert view.accessibleName() == "Some network"
    for layer in of.layers:
        if isinstance(layer, Flatten):
            continue
        shown = tiles(view, layer.name)
        assert shown.picture is given.layers[layer.name]
        assert shown.grid.count == given.layers[layer.name].count
        assert view.rect().contains(shown.mapTo(view, QPoint(0, 0)))


def test_that_a_map_opens_and_follows_what_comes(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    at = tiles(view, "c3")
    middle = at.tile_rect(4).center().toPoint()
    qtbot.mouseClick(at, Qt.MouseButton.LeftButton, pos=middle)
    assert view.opened == OpenMap(3, 4)
    newer = pictures(LENET, seed=1)
    view.render_state(newer, "LeNet-5")
    assert (shown_numbers(view) == newer.layers["c3"].values[4]).all()
    qtbot.keyClick(view.detail.strip, Qt.Key.Key_Escape)
    assert view.opened is None
    assert tiles(view, "c3").picture is newer.layers["c3"]


def test_that_a_layer_without_numbers_keeps_its_places_and_opens_empty(
    view: NetworkView,
) -> None:
    given = pictures(LENET)
    some = {name: given.layers[name] for name in ("c1", "c1_relu")}
    view.render_state(NetworkPictures(LENET, None, some), "LeNet-5")
    assert tiles(view, "c1").picture is some["c1"]
    assert tiles(view, "s2").picture is None
    assert tiles(view, "s2").grid.count == 6
    for layer in (2, -1):
        view.open_map(layer, 0)
        assert shown_numbers(view) is None
        view.close_map()


def test_that_another_network_closes_the_map_of_the_one_before(
    view: NetworkView,
) -> None:
    view.render_state(pictures(CONVNET), "Convnet")
    view.open_map(9, 0)
    view.render_state(pictures(SIGNS), "Signs")
    assert view.opened is None
    assert view.findChild(LayerTiles, "tiles_conv1") is None
    assert tiles(view, "first").isVisible()


def test_that_rows_of_a_network_before_take_no_room_of_the_next(
    view: NetworkView, qtbot: QtBot
) -> None:
    def height() -> int:
        view.render_state(pictures(SIGNS), "Signs")
        qtbot.waitUntil(lambda: tiles(view, "first").height() > 30)
        view.grab()
        return tiles(view, "first").height()

    before = height()
    view.render_state(pictures(LENET), "LeNet-5")
    view.grab()
    assert height() == before


@pytest.mark.parametrize(
    ("of", "layer", "index", "said"),
    [
        (SIGNS, "answer", 1, "· for B: "),
        (SIGNS, "answer_relu", 2, "· for C: "),
        (SIGNS, "hidden", 1, "· number 2: "),
        (SIGNS, "half", 3, "· map 4 of 5 · from "),
        (LENET, "output", 3, "· for 3: "),
        (LENET, "f6", 3, "· number 4: "),
    ],
)
def test_that_numbers_are_called_by_the_networks_own_classes(
    view: NetworkView, of: Network, layer: str, index: int, said: str
) -> None:
    told: list[str] = []
    view.notified.connect(told.append)
    view.render_state(pictures(of), of.title)
    shown = tiles(view, layer)
    QTest.mouseMove(shown, shown.tile_rect(index).center().toPoint())
    assert said in told[-1]
    assert "digit" not in told[-1]
    QTest.mouseMove(shown, QPoint(shown.width() - 1, shown.height() - 1))
    assert told[-1] == ""


def test_that_an_open_answer_reads_its_classes(view: NetworkView) -> None:
    given = pictures(SIGNS)
    view.render_state(given, "Signs")
    view.open_map(5, 0)
    canvas = view.findChild(GridCanvas, "map_canvas")
    assert canvas is not None
    x, y, width, height = canvas.view.rect(0, 1)
    QTest.mouseMove(canvas, QPoint(x + width // 2, y + height // 2))
    texts = [label.text() for label in view.findChildren(QLabel)]
    assert any(text.startswith("Output for B: ") for text in texts)


def test_that_a_chosen_part_of_the_layers_shows_under_a_head(qtbot: QtBot) -> None:
    head = QWidget()
    view = NetworkView(rows=lambda of: stages(of)[:1], head=head)
    qtbot.addWidget(view)
    view.resize(400, 500)
    view.zoom.reduced_motion = True
    with qtbot.waitExposed(view):
        view.show()
    view.render_state(pictures(LENET), "LeNet-5")
    assert [panel.shown.layer.name for panel in view.maps.panels] == [
        "c1",
        "c1_relu",
        "s2",
    ]
    assert head.isVisible()
    view.open_map(1, 2)
    assert not head.isVisible()
    view.close_map()
    assert head.isVisible()


def chosen_number(
    view: NetworkView, qtbot: QtBot, cell: tuple[int, int]
) -> tuple[str, int, int, int]:
    """Click a number of the enlarged map; return what is asked for."""
    canvas = view.detail.canvas
    x, y, width, height = canvas.view.rect(*cell)
    middle = QPoint(int(x + width / 2), int(y + height / 2))
    with qtbot.waitSignal(view.unit_requested) as asked:
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle)
    return tuple(asked.args)  # type: ignore[return-value]


def test_that_a_clicked_number_of_a_map_asks_what_it_is_made_of(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    view.open_map(3, 4)
    assert chosen_number(view, qtbot, (2, 7)) == ("c3", 4, 2, 7)
    view.open_map(-1, 0)
    assert chosen_number(view, qtbot, (20, 5)) == ("input", 0, 20, 5)
    f6 = [layer.name for layer in LENET.layers].index("f6")
    view.open_map(f6, 0)
    columns = shown_numbers(view).shape[1]  # type: ignore[attr-defined]
    assert chosen_number(view, qtbot, (1, 3)) == ("f6", columns + 3, 0, 0)


def test_that_return_asks_what_the_number_that_was_read_is_made_of(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    view.open_map(2, 1)
    view.detail.canvas.read((3, 2))
    with qtbot.waitSignal(view.unit_requested) as asked:
        qtbot.keyClick(view.detail.canvas, Qt.Key.Key_Return)
    assert asked.args == ["s2", 1, 3, 2]


def test_that_a_map_is_tied_to_those_that_it_is_made_of_while_it_is_pointed_at(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    overlay, pooled = view.maps.feeding, tiles(view, "s2")
    assert overlay.isHidden()
    QTest.mouseMove(pooled, pooled.tile_rect(3).center().toPoint())
    assert overlay.isVisible()
    source = tiles(view, "c1_relu")
    box = source.tile_rect(3).translated(source.mapTo(view.maps, QPoint(0, 0)))
    assert overlay.sources == (box,)
    third = tiles(view, "c3")
    QTest.mouseMove(third, third.tile_rect(5).center().toPoint())
    assert len(overlay.sources) == 6
    first = tiles(view, "c1")
    QTest.mouseMove(first, first.tile_rect(0).center().toPoint())
    assert overlay.sources == ()  # it is made of the picture, which is not among them
    assert overlay.fed == (place(view, "c1_relu", 0),)


@pytest.mark.parametrize("reduced", [False, True])
def test_that_what_takes_no_part_recedes_step_by_step_unless_motion_is_reduced(
    view: NetworkView, qtbot: QtBot, reduced: bool
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    receding, pooled = view.maps.feeding.receding, tiles(view, "s2")
    receding.reduced_motion = reduced
    QTest.mouseMove(pooled, pooled.tile_rect(3).center().toPoint())
    assert (receding.share == 1) is reduced
    qtbot.waitUntil(lambda: receding.share == 1)
    QTest.mouseMove(pooled, pooled.tile_rect(4).center().toPoint())
    assert receding.share == 1  # from one map to the next, nothing comes and goes


def place(view: NetworkView, layer: str, tile: int) -> QRectF:
    at = tiles(view, layer)
    return at.tile_rect(tile).translated(at.mapTo(view.maps, QPointF(0, 0)))


def test_that_a_map_is_tied_to_its_own_in_the_next_layer_by_keys_too(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.set_rows(flow)
    view.render_state(pictures(LENET), "LeNet-5")
    third = tiles(view, "c3_relu")
    third.setFocus()
    qtbot.keyClick(third, Qt.Key.Key_Right)
    qtbot.keyClick(third, Qt.Key.Key_Down)
    overlay = view.maps.feeding
    read = third.hovered
    assert read > 0
    assert overlay.sources == tuple(place(view, "s2", tile) for tile in range(6))
    assert overlay.fed == (place(view, "s4", read),)
    pooled = tiles(view, "s4")
    QTest.mouseMove(pooled, pooled.tile_rect(3).center().toPoint())
    assert overlay.fed == ()  # every number of C5 reads it: none is its own


def test_that_only_what_is_in_the_table_is_tied(
    view: NetworkView, qtbot: QtBot
) -> None:
    of = network("lenet5-1998")
    view.set_rows(flow)
    view.render_state(pictures(of), "LeNet-5 of 1998")
    tiles(view, "c3_tanh").read((0, 1))
    overlay = view.maps.feeding

    def is_tied() -> bool:  # once all is laid out
        read = tuple(place(view, "s2_tanh", tile) for tile in (1, 2, 3))
        fed = (place(view, "s4_tanh", 1),)
        return overlay.sources == read and overlay.fed == fed

    qtbot.waitUntil(is_tied)


def test_that_a_network_lies_in_columns_from_left_to_right(view: NetworkView) -> None:
    view.set_rows(flow)
    view.render_state(pictures(LENET), "LeNet-5")
    names = "c1_relu", "s2", "c3_relu", "s4", "c5_relu", "f6_relu", "output"
    assert [panel.shown.layer.name for panel in view.maps.panels] == [*names]
    places = [tiles(view, name).tiles_rect() for name in names]
    lefts = [tiles(view, n).mapTo(view.maps, QPoint(0, 0)).x() for n in names]
    assert lefts == sorted(lefts)
    for name, box in zip(names, places, strict=True):
        assert QRectF(tiles(view, name).rect()).contains(box)
    flows = view.maps._flow
    panels = list(view.maps._panels)
    assert flows == tuple(pairwise(panels))


def test_that_ribbons_that_stay_are_painted_once(view: NetworkView) -> None:
    view.set_rows(flow)
    view.render_state(pictures(LENET), "LeNet-5")
    view.maps.grab()
    before = view.maps._still._pixmap.cacheKey()
    view.render_state(pictures(LENET, seed=1), "LeNet-5")
    view.maps.grab()
    assert view.maps._still._pixmap.cacheKey() == before
    view.resize(760, 640)
    view.maps.grab()
    assert view.maps._still._pixmap.cacheKey() != before


def test_that_what_does_not_feed_a_map_recedes_and_comes_back(
    view: NetworkView, qtbot: QtBot
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    before = view.maps.grab().toImage()
    third, pooled = tiles(view, "c3"), tiles(view, "c1")
    QTest.mouseMove(third, third.tile_rect(5).center().toPoint())
    qtbot.waitUntil(lambda: view.maps.feeding.receding.share == 1)
    now = view.maps.grab().toImage()
    at = pooled.mapTo(view.maps, pooled.tile_rect(2).center().toPoint())
    ground = view.palette().window().color()
    was, seen = before.pixelColor(at), now.pixelColor(at)
    for colour in ("red", "green", "blue"):
        mixed = 0.55 * getattr(was, colour)() + 0.45 * getattr(ground, colour)()
        assert abs(getattr(seen, colour)() - mixed) <= 2
    third.read(None)
    assert view.maps.feeding.isHidden()


def test_that_layers_that_are_not_shown_lead_on_to_what_feeds_them() -> None:
    shown = {"first", "half", "hidden"}
    assert feeding_tiles(SIGNS, shown, "answer", 1) == {"hidden": (0, 1, 2)}
    all_maps = {"half": (0, 1, 2, 3, 4)}
    assert feeding_tiles(SIGNS, shown, "hidden", 0) == all_maps
    assert feeding_tiles(SIGNS, {"first"}, "half", 2) == {"first": (2,)}
    assert feeding_tiles(SIGNS, shown, "first", 2) == {}


def test_that_what_a_map_feeds_is_what_is_made_of_it() -> None:
    """Against the other direction, by the table of LeNet-5 of 1998 and by groups."""
    for of in (LENET, network("lenet5-1998"), SIGNS):
        shown = {layer.name for layer in of.layers if layer.is_shown}
        made_of = {
            (layer.name, tile): feeding_tiles(of, shown, layer.name, tile)
            for layer, summary in zip(of.layers, summarize(of).layers, strict=True)
            if layer.is_shown
            for tile in range(min(summary.output_shape[0], 16))
        }
        for source, channel in made_of:
            fed = fed_tiles(of, shown, source, channel)
            for (layer, tile), read in made_of.items():
                assert (tile in fed.get(layer, ())) == (channel in read.get(source, ()))


def test_that_ribbons_run_down_to_another_row_and_across_within_one(
    view: NetworkView,
) -> None:
    view.render_state(pictures(LENET), "LeNet-5")
    third, rectified = tiles(view, "c3"), tiles(view, "c3_relu")
    third.read((0, 1))  # of maps in the row above, some of them left of it
    ties = view.maps.feeding._ties()
    assert len(ties.down) == 6
    assert len(ties.across) == 1  # to its own after the activation
    third.read(None)
    rectified.read((0, 1))
    ties = view.maps.feeding._ties()
    assert not ties.down
    assert len(ties.across) == 2
