from pytestqt.qtbot import QtBot

from cnnviz.shell.closing import Closing


class Work:
    def __init__(self, *, running: bool) -> None:
        self.running = running
        self.stops = 0

    def is_running(self) -> bool:
        return self.running

    def stop(self) -> None:
        self.stops += 1


def test_that_an_idle_window_closes_at_once(qtbot: QtBot) -> None:
    work = Work(running=False)
    assert Closing(work.is_running, work.stop).may_close()
    assert work.stops == 0


def test_that_work_is_asked_to_stop_once_and_its_end_is_told(qtbot: QtBot) -> None:
    work = Work(running=True)
    closing = Closing(work.is_running, work.stop)
    assert not closing.may_close()
    assert not closing.may_close()
    assert work.stops == 1
    work.running = False
    with qtbot.waitSignal(closing.ended):
        closing.on_running_changed(False)
    assert closing.may_close()


def test_that_work_that_ends_by_itself_closes_nothing(qtbot: QtBot) -> None:
    work = Work(running=True)
    closing = Closing(work.is_running, work.stop)
    work.running = False
    with qtbot.assertNotEmitted(closing.ended):
        closing.on_running_changed(False)
