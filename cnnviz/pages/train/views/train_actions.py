"""What can be done on the Train page, as actions: menu, keys and buttons alike."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.level import Level, set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import set_names
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme.icons import icon


class TrainActions(QObject):
    """Hold the page's actions; ``render`` enables them and says why not."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._run = Run()
        self._problem: CnnvizError | None = None
        self._saving = False
        self.start_or_pause = self._action("train_start_or_pause", "first")
        self.step = self._action("train_step", "standard")
        self.stop = self._action("train_stop", "first")
        self.use = self._action("train_use", "first")
        self.save = self._action("train_save", "standard")
        self._separator = QAction(self)
        self._separator.setSeparator(True)
        self.retranslate()

    def _action(self, name: str, level: Level) -> QAction:
        action = QAction(icon(name.removesuffix("_or_pause")), "", self)
        set_level(action, level)
        give_keys(action, "train", name)
        return action

    def all(self) -> tuple[QAction, ...]:
        """Return every action in the order of the menu."""
        return (
            self.start_or_pause,
            self.step,
            self.stop,
            self._separator,
            self.use,
            self.save,
        )

    def render(self, run: Run, problem: CnnvizError | None, saving: bool) -> None:
        """Enable what can be done now."""
        before, after = (
            (each.phase, each.network_seen is None, each.timeline.shown is None)
            for each in (self._run, run)
        )
        same = before == after
        same = same and problem is self._problem and saving == self._saving
        self._run, self._problem, self._saving = run, problem, saving
        if not same:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._render_start()
        self._render_step_and_stop()
        self._render_outcome()

    def _render_start(self) -> None:
        action, phase = self.start_or_pause, self._run.phase
        why_not, sign = "", "train_start"
        match phase:
            case "running":
                sign = "train_pause"
                text, tip = self.tr("Pause"), self.tr("Rest after the batch at hand")
            case "paused":
                text, tip = self.tr("Resume"), self.tr("Go on from this batch")
            case "preparing" | "stopping":
                text, tip, sign = self.tr("Pause"), "", "train_pause"
                why_not = self._busy()
            case _:
                text, tip = self.tr("Start"), self.tr("Begin a run with this recipe")
                why_not = self._refusal()
        action.setIcon(icon(sign))
        action.setEnabled(not why_not)
        set_names(action, "train_start_or_pause", text, why_not or tip)

    def _render_step_and_stop(self) -> None:
        phase = self._run.phase
        why_not = ""
        if phase in ("preparing", "stopping"):
            why_not = self._busy()
        elif not self._run.is_active:
            why_not = self._refusal()
        tip = self.tr("Learn from one batch, then rest")
        self.step.setEnabled(not why_not)
        set_names(self.step, "train_step", self.tr("Single step"), why_not or tip)
        active = self._run.is_active and phase != "stopping"
        tip = self.tr("End the run and keep what was learned")
        if phase == "stopping":
            tip = self._busy()
        elif not active:
            tip = self.tr("There is no run to stop.")
        self.stop.setEnabled(active)
        set_names(self.stop, "train_stop", self.tr("Stop"), tip)

    def _render_outcome(self) -> None:
        trained = self._run.network_seen is not None
        none = self.tr("Train first: start a run.")
        if self._run.timeline.shown is not None:
            none = self.tr("Before the first batch, nothing has been learned yet.")
        tip = self.tr("Classify your drawings with the network as it is shown here")
        self.use.setEnabled(trained)
        set_names(
            self.use, "train_use", self.tr("Use on Draw page"), tip if trained else none
        )
        tip = self.tr("Write the weights as of this moment to a safetensors file")
        if self._saving:
            tip = self.tr("The weights are being written.")
        self.save.setEnabled(trained and not self._saving)
        set_names(
            self.save, "train_save", self.tr("Save weights…"), tip if trained else none
        )

    def _busy(self) -> str:
        if self._run.phase == "stopping":
            return self.tr("The run is stopping.")
        return self.tr("The run is being prepared.")

    def _refusal(self) -> str:
        return "" if self._problem is None else sentence(self._problem)
