"""What was drawn is kept, comes back, is drawn once more, goes to files and comes from them."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QSlider,
    QToolButton,
)

from cnnviz.engine.images.picture import Picture
from cnnviz.engine.images.strokes.pen_strokes import draw_strokes
from cnnviz.engine.images.strokes.stroke_file import ink_of, read_strokes
from cnnviz.pages.draw.presenters.drawings.drawings_presenter import Drawn
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.draw_stage import ONE, SEVEN, Stage
from tests.helpers.hands import DATA, MouseHand, drawn_by_hand, strokes_of

BAR = [(110, 140), (150, 138), (190, 141)]


def act(stage: Stage, name: str) -> None:
    action = stage.page.findChild(QAction, name)
    assert action is not None
    action.trigger()


def drawings(stage: Stage) -> tuple[Drawn, ...]:
    return stage.presenter.drawings.store.state.drawings


def listed(stage: Stage) -> list[str]:
    found = stage.find(QListWidget, "drawings_list")
    return [found.item(row).text() for row in range(found.count())]


def open_tool(stage: Stage) -> None:
    stage.find(QToolButton, "draw_drawings_button").click()


def test_that_drawings_are_kept_with_what_was_read(shipped: Stage) -> None:
    shipped.draw(SEVEN)
    shipped.draw(BAR)  # the same drawing goes on
    act(shipped, "clear_drawing")
    shipped.draw(ONE)
    open_tool(shipped)
    newest, oldest = listed(shipped)
    assert newest.startswith("1 (")
    assert oldest.startswith("7 (")

    seven = drawings(shipped)[0]
    item = shipped.find(QListWidget, "drawings_list").item(1)
    place = shipped.find(QListWidget, "drawings_list").visualItemRect(item).center()
    viewport = shipped.find(QListWidget, "drawings_list").viewport()
    shipped.qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert shipped.pictures.state.ink_hw is seven.ink_hw
    shipped.wait_for_answer()
    assert len(drawings(shipped)) == 2
    assert shipped.undo.undoText() == "Bring back drawing"
    shipped.undo.undo()
    assert shipped.pictures.state.ink_hw is drawings(shipped)[1].ink_hw
    shipped.wait_for_answer()
    assert len(drawings(shipped)) == 2


def test_that_undo_changes_the_drawing_and_its_strokes(stage: Stage) -> None:
    stage.draw(SEVEN)
    stage.draw(BAR)
    stage.undo.undo()
    stage.wait_for_answer()
    (drawn,) = drawings(stage)
    assert drawn.strokes is not None
    assert len(drawn.strokes) == 1
    np.testing.assert_array_equal(draw_strokes(drawn.strokes), drawn.ink_hw)
    stage.undo.redo()
    stage.wait_for_answer()
    (drawn,) = drawings(stage)
    assert drawn.strokes is not None
    assert len(drawn.strokes) == 2


def test_that_no_more_than_some_hundreds_are_kept(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "cnnviz.pages.draw.presenters.drawings.drawings_presenter.MOST", 2
    )
    open_tool(stage)
    for _ in range(3):
        stage.draw(ONE)
        act(stage, "clear_drawing")
    assert [drawn.number for drawn in drawings(stage)] == [2, 3]
    assert len(listed(stage)) == 2


def test_that_a_drawing_is_drawn_once_more_and_the_answer_follows(
    shipped: Stage,
) -> None:
    MouseHand().draw(shipped.pad, strokes_of(drawn_by_hand()[15]))
    shipped.wait_for_answer()
    picture, steps = shipped.pictures.state, shipped.undo.count()
    seen: list[int] = []
    answers: set[int] = set()

    def note() -> None:
        state = shipped.presenter.store.state
        if state.picture.ink_hw is not None:
            seen.append(int((state.picture.ink_hw > 127).sum()))
        if state.answer is not None and state.answer.preparation is not None:
            answers.add(int((state.answer.preparation.ink_hw > 127).sum()))

    shipped.presenter.drawings.replay.set_speed(4)
    shipped.presenter.store.changed.connect(note)
    act(shipped, "replay_drawing")
    replay = shipped.presenter.drawings.replay
    assert replay.is_shown
    assert shipped.find(QToolButton, "replay_play").accessibleName() == "Pause"
    shipped.qtbot.waitUntil(lambda: not replay.store.state.playing, timeout=20_000)
    # It grew, was answered on its way, and nothing of it is left: no step, no drawing.
    assert len(set(seen)) > 4
    assert len(answers) > 1  # the whole, and some of it
    assert shipped.pictures.state is picture
    assert shipped.presenter.store.state.picture is picture
    assert shipped.undo.count() == steps
    assert len(drawings(shipped)) == 1


def test_that_a_replay_stops_for_a_while_goes_anywhere_and_gives_way_to_the_hand(
    stage: Stage,
) -> None:
    MouseHand().draw(stage.pad, strokes_of(drawn_by_hand()[15]))
    stage.wait_for_answer()
    ink_hw = stage.pictures.state.ink_hw
    assert ink_hw is not None
    act(stage, "replay_drawing")
    act(stage, "replay_drawing")
    replay = stage.presenter.drawings.replay
    assert not replay.store.state.playing
    assert replay.is_shown
    slider = stage.find(QSlider, "replay_place")
    slider.setValue(slider.maximum() // 2)
    half_hw = stage.presenter.store.state.picture.ink_hw
    assert half_hw is not None
    assert 0 < half_hw.astype(int).sum() < ink_hw.astype(int).sum()

    QTest.mousePress(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseRelease(stage.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    now_hw = stage.pictures.state.ink_hw
    assert now_hw is not None
    assert not replay.is_shown
    assert (now_hw[ink_hw == 255] == 255).all()  # drawn on the whole drawing
    assert (now_hw > ink_hw).any()


def test_that_keys_change_the_speed_within_its_limits(stage: Stage) -> None:
    open_tool(stage)
    stage.draw(ONE)
    box = stage.find(QComboBox, "replay_speed")
    said = [box.currentText()]
    for name, times in (("replay_faster", 3), ("replay_slower", 6)):
        for _ in range(times):
            act(stage, name)
        said.append(box.currentText())
    assert said == ["1×", "4×", "0.25×"]


def test_that_a_drawing_of_unknown_making_is_not_drawn_once_more(stage: Stage) -> None:
    ink_hw = np.zeros((280, 280), np.uint8)
    ink_hw[50:200, 100:130] = 255
    open_tool(stage)
    stage.pictures.replace(
        SharedPicture(Picture(ink_hw[:28, :28][np.newaxis], "lab"), "drawing", ink_hw)
    )
    stage.wait_for_answer()
    act(stage, "replay_drawing")
    assert not stage.presenter.drawings.replay.is_shown
    assert any(
        "is not known" in label.text() for label in stage.page.findChildren(QLabel)
    )


def save_as(stage: Stage, action: str, path: Path) -> None:
    act(stage, action)
    dialog = stage.page.findChild(QFileDialog, f"{action}_dialog")
    assert dialog is not None
    with stage.qtbot.waitSignal(stage.page.notified, timeout=10_000):
        dialog.fileSelected.emit(str(path))
    dialog.close()


def test_that_strokes_go_to_a_file_that_gives_the_same_ink(
    stage: Stage, tmp_path: Path
) -> None:
    stage.draw(SEVEN)
    stage.pad.pen_width = 12
    stage.draw(BAR)
    stage.pad.erasing = True
    stage.draw([(130, 58), (160, 60)])
    file = tmp_path / "seven.json"
    save_as(stage, "export_strokes", file)
    (entry,) = json.loads(file.read_bytes())
    assert [len(stroke) for stroke in entry["strokes"]] == [len(SEVEN), len(BAR), 2]
    times = [point[2] for stroke in entry["strokes"] for point in stroke]
    assert times == sorted(times)
    (read,) = read_strokes(file.read_bytes(), "seven.json")
    np.testing.assert_array_equal(ink_of(read), stage.pictures.state.ink_hw)


def test_that_the_sheet_goes_to_a_picture(stage: Stage, tmp_path: Path) -> None:
    stage.draw(SEVEN)
    file = tmp_path / "seven.png"
    save_as(stage, "export_sheet", file)
    with Image.open(file) as picture:
        paper_hw = np.asarray(picture)
    ink_hw = stage.pictures.state.ink_hw
    assert ink_hw is not None
    np.testing.assert_array_equal(paper_hw, 255 - ink_hw)


def test_that_a_dropped_file_of_drawings_is_opened(shipped: Stage) -> None:
    with shipped.qtbot.waitSignal(shipped.page.notified, timeout=10_000) as said:
        assert shipped.page.take_path(str(DATA / "digits.json"))
    assert said.args == ["20 drawings opened"]
    kept = drawings(shipped)
    assert len(kept) == 20
    assert shipped.pictures.state.ink_hw is kept[0].ink_hw
    shipped.wait_for_answer()
    assert shipped.presenter.drawings.store.state.drawings[0].label == "0"
    act(shipped, "replay_drawing")
    assert shipped.presenter.drawings.replay.store.state.length_ms > 100
    shipped.presenter.drawings.replay.stop()


@pytest.mark.parametrize(
    ("text", "is_taken"),
    [
        ('[{"strokes": [[[1, 2]]]}]', True),
        ('{"layers": []}', False),
        ("[[1, 2], [3, 4]]", False),
    ],
)
def test_that_only_drawings_are_taken_from_a_drop(
    stage: Stage, tmp_path: Path, text: str, is_taken: bool
) -> None:
    file = tmp_path / "some.json"
    file.write_text(text)
    assert stage.page.take_path(str(file)) == is_taken
    if is_taken:
        stage.qtbot.waitUntil(lambda: len(drawings(stage)) == 1)


def test_that_a_file_that_holds_no_stroke_is_refused(
    stage: Stage, tmp_path: Path
) -> None:
    file = tmp_path / "none.json"
    file.write_text('[{"strokes": []}]')
    with stage.qtbot.waitSignal(stage.page.refused, timeout=10_000) as said:
        stage.presenter.drawings.files.open(str(file))
    assert "none.json" in said.args[0]
    assert drawings(stage) == ()
