"""How long the loops on the screen take, found out in a thread, when it is asked for."""

from PySide6.QtCore import QObject

from cnnviz.engine.convolution.operations import Operation
from cnnviz.engine.explain.loop_times import LoopTimes, loop_times
from cnnviz.state.workers.latest import LatestWorker
from cnnviz.state.workers.newest import NewestAnswer


class LoopTiming(NewestAnswer[Operation, LoopTimes]):
    """Time the loops of an operation, and libraries beside them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(LatestWorker(loop_times, "loop times"), parent)
