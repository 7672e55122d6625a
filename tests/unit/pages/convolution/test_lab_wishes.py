"""What other pages wish to see in the lab: taken whole, undone whole, or refused."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.messages.catalogue import sentence
from cnnviz.pages.convolution.presenters.lab_presenters import LabPresenters
from cnnviz.state.lab_wish import LabWish
from cnnviz.state.picture.picture_presenter import PicturePresenter
from cnnviz.state.picture.shared_picture import PictureStore, SharedPicture
from cnnviz.state.store import Store
from cnnviz.state.workers.weight_file import shipped_networks

RNG = np.random.default_rng(4)
MAPS = RNG.normal(0, 1, (3, 9, 8)).astype(np.float32)
CONVOLUTION = LabWish(
    name="S2",
    numbers_chw=MAPS,
    spec=ConvSpec(kernel=(3, 2), stride=(2, 1), padding=(0, 1, 1, 0), dilation=(1, 2)),
    kernels_oikk=RNG.normal(0, 1, (1, 3, 3, 2)).astype(np.float32),
    bias=0.5,
    activation=ActivationSpec(kind="leaky_relu", slope=0.25),
    cell=(2, 3),
    said="there",
)
POOLING = LabWish(
    name="C1",
    numbers_chw=MAPS[:1],
    spec=PoolSpec(kind="average", size=(3, 3), stride=(2, 2), padding=(1, 1)),
    cell=(1, 2),
)


@pytest.fixture
def lab(qtbot: QtBot) -> Iterator[LabPresenters]:
    undo = QUndoStack()
    first = SharedPicture(load_sample("three"), "sample")
    store: PictureStore = Store(first)
    pictures = PicturePresenter(store, undo)
    networks = Store(shipped_networks()[0])
    made = LabPresenters(store, pictures, networks, undo)
    yield made
    made.shut_down()
    pictures.shut_down()


def number(lab: LabPresenters) -> tuple[tuple[int, int], float]:
    state = lab.walk.store.state
    assert state.walk is not None
    assert state.outcome is not None
    return state.walk.cell, state.outcome.output


def test_that_a_convolution_is_shown_at_its_number(
    lab: LabPresenters, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(lab.wishes.shown) as shown:
        lab.wishes.show(CONVOLUTION)
    assert shown.args == ["there"]
    padded = np.pad(MAPS, ((0, 0), (0, 1), (1, 0)))
    kernel = CONVOLUTION.kernels_oikk
    assert kernel is not None
    cells = padded[:, 4:7, 3:6:2]
    total = float((cells * kernel[0]).sum()) + 0.5
    expected = total if total > 0 else 0.25 * total
    assert number(lab) == ((2, 3), pytest.approx(expected, rel=1e-5))
    assert lab.pictures.store.state.picture.name == "S2"


def test_that_a_pooling_is_shown_at_its_number(lab: LabPresenters) -> None:
    lab.wishes.show(POOLING)
    assert number(lab) == ((1, 2), pytest.approx(float(MAPS[0, 1:4, 3:6].mean())))
    whole = replace(POOLING, spec=PoolSpec(size=(9, 8)), cell=(0, 0))
    lab.wishes.show(whole)
    assert lab.walk.settings_store.state.pooling.is_global
    assert number(lab) == ((0, 0), float(MAPS[0].max()))


def test_that_it_is_one_step_back_and_forth(lab: LabPresenters) -> None:
    undo, before = lab.pictures.undo_stack, lab.walk.settings_store.state
    picture = lab.pictures.store.state
    lab.wishes.show(CONVOLUTION)
    taken = lab.walk.settings_store.state
    assert undo.count() == 1
    undo.undo()
    assert lab.walk.settings_store.state == before
    assert lab.pictures.store.state is picture
    undo.redo()
    assert lab.walk.settings_store.state == taken


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (
            replace(
                CONVOLUTION,
                spec=ConvSpec(kernel=(16, 16), padding="same"),
                kernels_oikk=np.ones((1, 3, 16, 16), np.float32),
            ),
            "kernel_size_too_large",
        ),
        (
            replace(CONVOLUTION, spec=ConvSpec(kernel=(3, 2), padding=(600, 0))),
            "padding_too_large",
        ),
        (
            replace(POOLING, numbers_chw=np.full((1, 9, 8), 1e12, np.float32)),
            "lab_numbers_too_large",
        ),
        (
            replace(CONVOLUTION, numbers_chw=np.full((3, 9, 8), np.nan, np.float32)),
            "lab_numbers_too_large",
        ),
    ],
)
def test_that_what_the_lab_cannot_hold_is_refused_and_changes_nothing(
    lab: LabPresenters, qtbot: QtBot, wish: LabWish, code: str
) -> None:
    settings, picture = lab.walk.settings_store.state, lab.pictures.store.state
    with qtbot.waitSignal(lab.wishes.failed) as failed:
        lab.wishes.show(wish)
    (error,) = failed.args or ()
    assert isinstance(error, CnnvizError)
    assert error.code == code
    assert sentence(error)
    assert lab.pictures.undo_stack.count() == 0
    assert lab.walk.settings_store.state == settings
    assert lab.pictures.store.state is picture
