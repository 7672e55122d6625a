"""What this machine can compute on: asked once, in a thread."""

from PySide6.QtCore import QObject, Slot

from cnnviz.engine.training.config import DeviceName
from cnnviz.pages.train.presenters.training_engine import TrainingEngine
from cnnviz.state.store import Store
from cnnviz.state.workers.latest import LatestWorker

Devices = tuple[DeviceName, ...]


class AskedDevices(QObject):
    """Hold the devices in ``store``: none until they were asked for and answered."""

    def __init__(self, engine: TrainingEngine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self.store: Store[Devices] = Store((), self)
        self._asker: LatestWorker[None, Devices]
        self._asker = LatestWorker(self._ask_engine, "devices", self)
        self._asker.answered.connect(self._on_answered)

    def ask(self) -> None:
        """Find out, once."""
        if not self.store.state and not self._asker.newest:
            self._asker.request(None)

    def shut_down(self) -> None:
        """End the thread."""
        self._asker.shut_down()

    def _ask_engine(self, _question: None) -> Devices:
        return self._engine.available_devices()

    @Slot(int, object)
    def _on_answered(self, _number: int, devices: Devices) -> None:
        self.store.replace(devices)
