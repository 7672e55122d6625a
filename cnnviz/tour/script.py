"""What the tour does, in order: load, step, refuse, draw, enlarge, open, train."""

import itertools
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QSlider,
    QSpinBox,
    QWidget,
)

from cnnviz.app import Session
from cnnviz.engine.resources import resource
from cnnviz.pages.draw.presenters.draw_presenter import DrawState
from cnnviz.tour.network_visit import NetworkVisit
from cnnviz.tour.robot import Hand, Script, TourFailure, settled
from cnnviz.ui.canvas.draw_pad import DrawPad
from cnnviz.ui.texts import sentence
from cnnviz.ui.tiles.layer_tiles import LayerTiles

Stroke = list[tuple[float, float]]

SAMPLE: Final = "landscape"

# A 3 in two arcs and a 7 with its bar, as shares of the pad: x to the right, y down.
THREE: Final[tuple[Stroke, ...]] = (
    [(0.30, 0.26), (0.36, 0.20), (0.46, 0.16), (0.57, 0.17), (0.65, 0.23), (0.66, 0.32),
     (0.61, 0.40), (0.53, 0.45), (0.45, 0.47), (0.55, 0.49), (0.64, 0.54), (0.69, 0.62),
     (0.68, 0.72), (0.61, 0.80), (0.50, 0.84), (0.39, 0.82), (0.31, 0.76)],
)  # fmt: skip
SEVEN: Final[tuple[Stroke, ...]] = (
    [(0.30, 0.22), (0.42, 0.21), (0.55, 0.21), (0.70, 0.20), (0.64, 0.34), (0.57, 0.50),
     (0.51, 0.66), (0.46, 0.84)],
    [(0.40, 0.52), (0.52, 0.51), (0.66, 0.50)],
)  # fmt: skip


@dataclass(slots=True)
class MainJob:
    """The main job of the program, done by a hand that is a script.

    Attributes
    ----------
    hand
        Events, pictures and the record.
    session
        The composed program.
    """

    hand: Hand
    session: Session

    def script(self) -> Script:
        """Do everything; yield what to wait for."""
        self.hand.did("painted the window for the first time")
        yield from self._load()
        yield from self._step()
        yield from self._refuse()
        yield from self._draw(THREE, "3")
        yield from self._enlarge()
        yield from self._draw(SEVEN, "7")
        yield from NetworkVisit(self.hand, self.session).script()
        yield from self._train()

    def _load(self) -> Script:
        hand, store = self.hand, self.session.pictures
        path = Path(str(resource("samples", f"{SAMPLE}.png")))
        before = store.state
        self.session.picture.open_file(str(path))
        yield lambda: store.state is not before
        height, width = store.state.picture.size_hw
        hand.did("opened a picture", name=path.name, height=height, width=width)

    def _step(self) -> Script:
        hand, walk = self.hand, self.session.walk.store
        self._open_page("page_convolution")
        combo = hand.find(QComboBox, "kernel_combo")
        self._choose(combo, "sobel_x")
        scrub = hand.find(QSlider, "scrub_slider")
        scrub.setFocus()
        yield lambda: walk.state.output is not None and scrub.maximum() > 0
        half_way = scrub.maximum() * 55 // 100
        scrub.setValue(half_way)
        page = hand.find(QWidget, "convolution_page")
        started = time.perf_counter()
        for _ in range(12):
            hand.find(QAction, "forward_action").trigger()
            page.repaint()
        step_ms = (time.perf_counter() - started) * 1000 / 12
        step = walk.state.step
        if step is None or step.kernel_chw is None or step.products_chw is None:
            raise TourFailure("the walk has no step")
        hand.did(
            "stepped Sobel x across it",
            row=step.row,
            column=step.col,
            window=step.window_chw[0].tolist(),
            kernel=step.kernel_chw[0].tolist(),
            products=step.products_chw[0].tolist(),
            total=step.total,
            step_and_paint_ms=round(step_ms, 2),
        )
        yield settled()
        hand.picture("step-sobel")
        self.session.picture.open_sample("three")
        yield lambda: self.session.pictures.state.picture.name == "three"
        yield lambda: walk.state.output is not None
        scrub.setValue(scrub.maximum() * 52 // 100)
        yield settled()
        hand.picture("step-digit")

    def _refuse(self) -> Script:
        hand, walk = self.hand, self.session.walk.store
        stride = hand.find(QSpinBox, "stride_v")
        stride.setValue(0)
        yield lambda: walk.state.invalid is not None
        invalid = walk.state.invalid
        assert invalid is not None
        hand.did("asked for stride 0", refused=sentence(invalid.error))
        yield settled()
        hand.picture("refusal")
        stride.setValue(1)
        yield lambda: walk.state.invalid is None

    def _draw(self, strokes: tuple[Stroke, ...], digit: str) -> Script:
        hand, draw = self.hand, self.session.draw.store
        self._open_page("page_draw")
        hand.find(QAction, "new_drawing").trigger()
        pad = hand.find(DrawPad, "draw_pad")
        yield settled()
        for stroke in strokes:
            yield from hand.stroke(pad, spots(pad, stroke))
        released = time.perf_counter()
        ink_hw = self.session.pictures.state.ink_hw
        yield lambda: _probabilities(draw.state, ink_hw) is not None
        probabilities = _probabilities(draw.state, ink_hw) or []
        label = str(max(range(10), key=probabilities.__getitem__))
        hand.did(
            f"drew a {digit} with the mouse",
            label=label,
            probabilities=[round(share, 6) for share in probabilities],
            answered_after_ms=round((time.perf_counter() - released) * 1000, 1),
        )
        yield settled()
        hand.picture(f"draw-{digit}")
        if label != digit:
            raise TourFailure(f"the drawn {digit} was read as {label}")

    def _enlarge(self) -> Script:
        hand = self.hand
        tiles = hand.find(LayerTiles, "tiles_c1_relu")
        hand.click(tiles, tiles.tile_rect(0).center().toPoint())
        canvas = hand.find(QWidget, "map_canvas")
        yield canvas.isVisible
        yield settled()
        hand.did("enlarged the first feature map of C1")
        hand.picture("map-enlarged")
        hand.press(canvas, Qt.Key.Key_Escape)
        yield lambda: not canvas.isVisible()

    def _train(self) -> Script:
        hand, run = self.hand, self.session.train.run
        self._open_page("page_train")
        yield settled()
        hand.picture("train-before")
        problem = self.session.train.recipe_problem
        if problem is not None:  # without torch the tour ends here
            hand.did("could not train here", refused=sentence(problem))
            return
        hand.find(QSpinBox, "train_epochs").setValue(1)
        hand.find(QAction, "train_start_or_pause").trigger()
        yield lambda: run.state.phase == "failed" or run.state.curves.batches >= 120
        self._check_run()
        hand.did("trained for 120 batches", words=hand.find(QLabel, "run_words").text())
        hand.picture("train-running")
        yield lambda: run.state.phase in ("finished", "failed")
        self._check_run()
        yield settled()
        curves = run.state.curves
        hand.did(
            "trained LeNet-5 on built-in digits for one epoch",
            words=hand.find(QLabel, "run_words").text(),
            losses=[round(float(loss), 4) for loss in curves.loss.smoothed(200)[1]],
            validation_accuracy=run.state.newest_validation_accuracy,
        )
        hand.picture("train-finished")
        yield from self._look_inside()
        hand.find(QAction, "train_use").trigger()
        answered = self.session.draw.store
        yield (
            lambda: (
                answered.state.current.origin == "trained"
                and not answered.state.loading
            )
        )
        yield settled()
        hand.did("sent the trained network to the Draw page")
        hand.picture("draw-with-own-network")

    def _look_inside(self) -> Script:
        """Open one step of the run that has ended, its layers and its mistakes."""
        hand, train = self.hand, self.session.train
        hand.find(QAction, "train_one_step").trigger()
        yield lambda: not train.steps.is_waiting
        answer = train.steps.store.state.answer
        if answer is None:
            raise TourFailure("the step could not be opened")
        hand.find(QAbstractButton, "step_part_kernel").click()
        yield settled()
        hand.did("opened one step", loss=round(answer.opened.loss.value, 6))
        hand.picture("train-one-step")
        hand.find(QAction, "train_layers").trigger()
        yield lambda: train.layers.store.state is not None
        yield settled()
        hand.picture("train-layers")
        hand.find(QAction, "train_mistakes").trigger()
        yield lambda: train.beside.held_out.of(train.run.state) is not None
        yield settled()
        hand.picture("train-mistakes")
        hand.find(QAction, "train_curves").trigger()

    def _check_run(self) -> None:
        problem = self.session.train.run.state.problem
        if problem is not None:
            raise TourFailure(sentence(problem))

    def _open_page(self, action: str) -> None:
        self.hand.find(QAction, action).trigger()

    def _choose(self, combo: QComboBox, key: str) -> None:
        index = combo.findData(key)
        if index < 0:
            raise TourFailure(f"there is no {key!r} to choose")
        combo.setCurrentIndex(index)
        combo.activated.emit(index)


def spots(pad: DrawPad, stroke: Stroke) -> list[QPoint]:
    """Return the stroke's points on the widget, with more of them between."""
    paper = pad.paper_rect()
    corners = [
        QPointF(paper.x() + x * paper.width(), paper.y() + y * paper.height())
        for x, y in stroke
    ]
    spots = [corners[0].toPoint()]
    for here, there in itertools.pairwise(corners):
        spots += [(here + (there - here) * part / 3).toPoint() for part in (1, 2, 3)]
    return spots


def _probabilities(
    state: DrawState, ink_hw: NDArray[np.uint8] | None
) -> list[float] | None:
    """Return the answer to this very ink; ``None`` while there is none."""
    answer = state.answer
    if answer is None or answer.trace is None or state.picture.ink_hw is not ink_hw:
        return None
    if answer.preparation is None or answer.preparation.ink_hw is not ink_hw:
        return None
    shares = answer.trace.probabilities
    return None if shares is None else shares.tolist()
