from pytestqt.qtbot import QtBot

from cnnviz.shell.shutdown import LongWork, Shutdown, WorkKind


class Work:
    def __init__(self, kind: WorkKind, *, running: bool = True) -> None:
        self.running = running
        self.stops = 0
        self.long_work = LongWork(kind, self.is_running, self.stop)

    def is_running(self) -> bool:
        return self.running

    def stop(self) -> None:
        self.stops += 1


def closing_of(*works: Work) -> Shutdown:
    return Shutdown([work.long_work for work in works])


def test_that_an_idle_window_may_close_at_once(qtbot: QtBot) -> None:
    work = Work("training", running=False)
    assert not closing_of(work).running()
    assert work.stops == 0


def test_that_finishing_stops_a_training_alone(qtbot: QtBot) -> None:
    works = [Work("training"), Work("animation"), Work("file")]
    closing = closing_of(*works)
    closing.finish()
    assert [work.stops for work in works] == [1, 0, 0]
    assert closing.running() == ("training", "animation", "file")


def test_that_stopping_stops_all_that_runs(qtbot: QtBot) -> None:
    works = [Work("training"), Work("animation", running=False), Work("file")]
    closing_of(*works).stop()
    assert [work.stops for work in works] == [1, 0, 1]


def test_that_the_end_is_told_when_nothing_runs_any_more(qtbot: QtBot) -> None:
    training, animation = Work("training"), Work("animation")
    closing = closing_of(training, animation)
    closing.finish()
    training.running = False
    with qtbot.assertNotEmitted(closing.ended):
        closing.on_changed()
    animation.running = False
    with qtbot.waitSignal(closing.ended):
        closing.on_changed()


def test_that_work_that_ends_by_itself_closes_nothing(qtbot: QtBot) -> None:
    work = Work("animation")
    closing = closing_of(work)
    work.running = False
    with qtbot.assertNotEmitted(closing.ended):
        closing.on_changed()


def test_that_a_file_that_could_not_be_written_keeps_the_window_open(
    qtbot: QtBot,
) -> None:
    work = Work("animation")
    closing = closing_of(work)
    closing.finish()
    closing.stay()
    work.running = False
    with qtbot.assertNotEmitted(closing.ended):
        closing.on_changed()
