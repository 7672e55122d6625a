"""The program is killed, closed or crashed, and started again."""

from pathlib import Path

import pytest

from tests.helpers.started_program import start

WORK = """
    from dataclasses import replace
    def work():
        draw()
        session.walk.commands.set("stride", (2, 2))
        session.walk.go_to(7)
        recipe = session.train.recipe.state
        session.train.change_recipe(replace(recipe, epochs=3))
    session.window.first_painted.connect(work)
"""
KILLED = (
    "    when(lambda: is_kept() and is_kept('place.json') and is_kept('recipe.json'), "
)
TOLD = """
    def end():
        tell()
        {end}
    keeping.restored.connect(lambda _crash: when(
        lambda: session.walk.store.state.walk.position == 7, end))
"""


DONE = {
    "origin": "drawing",
    "ink": 150 * 20,
    "stride": [2, 2],
    "position": 7,
    "epochs": 3,
    "said": "The program ended unexpectedly last time. Your work has been restored.",
    "undo": "Restore work",
}


def test_that_a_killed_window_comes_back_with_all_that_was_done() -> None:
    status, _, _ = start(WORK + KILLED + "kill)")
    assert status == -9
    status, told, said = start(TOLD.format(end="session.window.close()"))
    assert (status, told, said) == (0, [DONE], "")


def test_that_a_crash_without_work_is_said_with_a_way_to_its_report() -> None:
    status, _, _ = start("    import ctypes\n    ctypes.string_at(0)")
    assert status < 0
    report = """
    from PySide6.QtWidgets import QPushButton
    from cnnviz.shell.dialogs.problem_report import ProblemReportDialog
    bar = session.window.message_bar
    def ask():
        tell()
        bar.findChild(QPushButton, "message_act").click()
        report = session.window.findChild(ProblemReportDialog).report
        assert "Segmentation fault" in report, report
        session.window.close()
    when(lambda: bar.text, ask)
"""
    status, told, said = start(report)
    assert (status, said) == (0, "")
    assert told[0]["said"] == "The program ended unexpectedly last time."


def test_that_the_button_beside_the_sentence_begins_fresh() -> None:
    start(WORK + KILLED + "kill)")
    undo = "session.window.message_bar.findChild(QPushButton, 'message_act').click()"
    imports = "    from PySide6.QtWidgets import QPushButton\n"
    end = f"{undo}; tell(); session.window.close()"
    _, (_, fresh), _ = start(imports + TOLD.format(end=end))
    assert fresh["origin"] == "sample"
    assert (fresh["stride"], fresh["epochs"], fresh["said"]) == ([1, 1], 5, "")


def test_that_a_closed_window_offers_its_work_at_the_next_start() -> None:
    status, _, said = start(WORK + KILLED + "session.window.close)")
    assert (status, said) == (0, "")
    offered = """
    def take():
        tell()
        keeping.restore()
    keeping.offered.connect(take)
"""
    setup = offered + TOLD.format(end="session.window.close()")
    status, (before, after), said = start(setup)
    assert (status, said) == (0, "")
    assert before["said"] == "Your work from last time has been kept."
    assert before["origin"] == "sample"
    assert after == DONE | {"said": "Your work from last time is back."}


def test_that_work_on_which_two_starts_crash_is_left_alone() -> None:
    start(WORK + KILLED + "kill)")
    for _ in range(2):
        status, told, _ = start(TOLD.format(end="kill()"))
        assert (status, told) == (-9, [DONE])
    leave = """
    def end(path):
        tell()
        session.window.close()
    keeping.left_alone.connect(end)
"""
    status, (fresh,), _ = start(leave)
    assert (status, fresh["origin"]) == (0, "sample")
    assert "was not restored, because" in fresh["said"]


def test_that_a_spoilt_file_is_said_and_the_window_opens(own_home: Path) -> None:
    start(WORK + KILLED + "kill)")
    (file,) = own_home.rglob("work.cnnlab")
    file.write_bytes(file.read_bytes()[:-200])
    setup = """
    def end(_error, _path):
        tell()
        session.window.close()
    keeping.unreadable.connect(end)
"""
    status, (fresh,), said = start(setup)
    assert (status, said, fresh["origin"]) == (0, "", "sample")
    assert "could not be restored" in fresh["said"]
    assert "damaged or incomplete" in fresh["said"]


def test_that_a_home_that_cannot_be_written_is_said_and_the_program_goes_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "no_folder").write_text("")
    setup = (
        WORK
        + """
    def end(_error):
        tell()
        session.window.close()
    keeping.unkept.connect(end)
"""
    )
    status, (told,), said = start(setup, XDG_STATE_HOME=str(tmp_path / "no_folder"))
    assert (status, said) == (0, "")
    assert (told["origin"], told["stride"]) == ("drawing", [2, 2])
    assert "cannot be kept for the next start" in told["said"]


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_that_a_preference_outlives_a_kill(own_home: Path, theme: str) -> None:
    setup = f"""
    def choose():
        session.window.actions_of_window.themes.values[{theme!r}].trigger()
    session.window.first_painted.connect(choose)
    when(lambda: any("theme={theme}" in file.read_text()
                     for file in kept_folder().parents[2].rglob("cnnviz.ini")), kill)
"""
    status, _, _ = start(setup)
    assert status == -9
    (file,) = own_home.rglob("cnnviz.ini")
    assert f"theme={theme}" in file.read_text()
