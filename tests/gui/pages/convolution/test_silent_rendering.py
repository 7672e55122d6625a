"""Rendering tells nobody anything: what is shown was asked for already."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSpinBox

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.pages.convolution.views.inspector.inspector import Inspector
from cnnviz.pages.convolution.views.inspector.picture.crop_panel import CropPanel
from cnnviz.pages.convolution.views.stage.input_panel import InputPanel
from cnnviz.state.picture.shared_picture import SharedPicture

Lab = Any


def own_signals(root: QObject) -> Iterator[tuple[str, Any]]:
    """Yield every signal that our own classes declare, below a widget."""
    for part in (root, *root.findChildren(QObject)):
        for made in type(part).__mro__:
            if made.__module__.startswith("cnnviz."):
                for name, value in vars(made).items():
                    if isinstance(value, Signal):
                        yield f"{made.__name__}.{name}", getattr(part, name)


class Listener:
    """Writes down which signals were emitted."""

    def __init__(self, root: QObject) -> None:
        self.heard: list[str] = []
        self.count = 0
        self._slots = []
        for name, signal in own_signals(root):
            slot = self._slot(name)
            self._slots.append(slot)
            signal.connect(slot)
            self.count += 1

    def _slot(self, name: str) -> Any:
        def heard(*_facts: object) -> None:
            self.heard.append(name)

        return heard


def states(lab: Lab) -> list[LabState]:
    """Return states of every operation, possible and not, on two pictures."""
    found = []
    commands = lab.walk.commands
    small = Picture(np.arange(48, dtype=np.uint8).reshape(3, 4, 4), "small")
    for shared in (lab.pictures.store.state, SharedPicture(small, "file")):
        lab.pictures.store.replace(shared)
        for operation in ("convolution", "transposed", "pooling", "signal"):
            commands.set("operation", operation)
            found.append(lab.state)
            for key, value in (
                ("stride", (0, 2)),
                ("stride", (2, 1)),
                ("padding", (1, 2, 3, 0)),
                ("kernels", 2),
                ("activation", "softmax"),
                ("signal_weights", (1.0, 2.0)),
                ("pool_follows", False),
                ("transposed_stride", (3, 2)),
            ):
                commands.set(key, value)
                found.append(lab.state)
    return found


def test_that_no_signal_is_emitted_while_the_inspector_is_rendered(lab: Lab) -> None:
    rendered = states(lab)
    inspector = lab.find(Inspector, "inspector")
    listener = Listener(inspector)
    assert listener.count > 50

    for state in (*rendered, *reversed(rendered)):
        inspector.render_state(state)

    assert listener.heard == []


def test_that_no_signal_is_emitted_while_the_bars_are_rendered(lab: Lab) -> None:
    rendered = states(lab)
    stage = lab.page._stages.signal
    listener = Listener(stage)
    assert listener.count > 5

    for state in (*rendered, *reversed(rendered)):
        stage.render_state(state)

    assert listener.heard == []


def test_that_a_picture_of_another_size_is_shown_without_a_word(lab: Lab) -> None:
    spin = lab.reach(QSpinBox, "crop_height")
    spin.setFocus()
    panel = lab.page.findChild(CropPanel)
    layer = lab.page.findChild(InputPanel)._crop
    lab.type_spin("crop_height", "9")
    assert layer.box == (9, 0, 9, 28)
    listener = Listener(panel)

    smaller = Picture(np.zeros((1, 5, 6), np.uint8), "smaller")
    lab.pictures.store.replace(SharedPicture(smaller, "file"))

    assert listener.heard == []
    assert layer.box is None  # it was a part of the picture before
    assert (spin.value(), spin.maximum()) == (5, 5)
