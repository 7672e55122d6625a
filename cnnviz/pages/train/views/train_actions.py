"""What can be done on the Train page, as actions: menu, keys and buttons alike."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cnnviz.engine.errors import CnnvizError
from cnnviz.state.level import Level, set_level
from cnnviz.state.run.run_state import Run
from cnnviz.ui.keys import give_keys
from cnnviz.ui.page import name_action
from cnnviz.ui.texts import sentence
from cnnviz.ui.theme.icons import icon


class TrainActions(QObject):
    """Hold the page's actions; ``render`` enables them and says why not."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._run = Run()
        self._problem: CnnvizError | None = None
        self._saving = False
        self._facts: tuple[object, ...] = ()
        self.start_or_pause = self._action("train_start_or_pause", "first")
        self.step = self._action("train_step", "standard")
        self.epoch = self._action("train_epoch", "standard")
        self.stop = self._action("train_stop", "first")
        self.restart = self._action("train_restart", "standard")
        self.go_on_from = self._action("train_continue", "standard")
        self.use = self._action("train_use", "first")
        self.save = self._action("train_save", "standard")
        self.runs = self._action("train_runs", "standard")
        self.film = self._action("train_film", "standard")
        self.report = self._action("train_report", "standard")
        self.curves = self._action("train_curves", "standard")
        self.one_step = self._action("train_one_step", "standard")
        self.gradient_back = self._action("gradient_back", "standard", "step_back")
        self.gradient_play = self._action("gradient_play", "standard", "play")
        self.gradient_forward = self._action(
            "gradient_forward", "standard", "step_forward"
        )
        self._has_steps, self._plays = False, False
        self.data = self._action("train_data", "standard", "dataset")
        self.mistakes = self._action("train_mistakes", "standard")
        self.layers = self._action("train_layers", "everything")
        self.races = self._action("train_races", "standard")
        self.compare = self._action("train_compare", "standard")
        self.recipe = self._action("train_recipe", "standard")
        self._separators = [QAction(self) for _ in range(3)]
        for separator in self._separators:
            separator.setSeparator(True)
        self.retranslate()

    def _action(self, name: str, level: Level, sign: str = "") -> QAction:
        action = QAction(icon(sign or name.removesuffix("_or_pause")), "", self)
        set_level(action, level)
        give_keys(action, "train", name)
        return action

    def all(self) -> tuple[QAction, ...]:
        """Return every action in the order of the menu."""
        return (
            self.start_or_pause,
            self.step,
            self.epoch,
            self.stop,
            self.restart,
            self.go_on_from,
            self._separators[0],
            self.use,
            self.save,
            self._separators[1],
            self.runs,
            self.film,
            self.report,
            self._separators[2],
            self.curves,
            self.one_step,
            *self.of_gradient,
            self.data,
            self.mistakes,
            self.layers,
            self.races,
            self.compare,
            self.recipe,
        )

    @property
    def of_gradient(self) -> tuple[QAction, ...]:
        """Those that walk across the kernel whose gradient is opened."""
        return self.gradient_back, self.gradient_play, self.gradient_forward

    def render(self, run: Run, problem: CnnvizError | None, saving: bool) -> None:
        """Enable what can be done now."""
        seen, shown = run.network_seen is None, run.timeline.shown is None
        facts = run.phase, run.has_learned, seen, shown, problem, saving, run.folder
        self._run, self._problem, self._saving = run, problem, saving
        if facts != self._facts:
            self._facts = facts
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._render_start()
        self._render_step_and_stop()
        self._render_outcome()
        tip = self.tr("Loss and accuracy during the training")
        _offer(self.curves, self.tr("Curves"), tip, "")
        tip = self.tr("The pictures to learn from, their numbers and their changes")
        _offer(self.data, self.tr("Data"), tip, "")
        tip = self.tr("What the network takes for what, and the pictures of that")
        _offer(self.mistakes, self.tr("Mistakes"), tip, "")
        tip = self.tr("Networks that differ in one thing, trained beside each other")
        _offer(self.races, self.tr("Races"), tip, "")
        tip = self.tr("Kept runs side by side")
        _offer(self.compare, self.tr("Compare runs"), tip, "")
        tip = self.tr("How weights, gradients and outputs of each layer change")
        _offer(self.layers, self.tr("Layers"), tip, "")
        tip = self.tr(
            "Forward, loss, backward and update of one step, with its numbers"
        )
        _offer(self.one_step, self.tr("One step"), tip, "")
        tip = self.tr(
            "Presets, and everything else you can set for a run (hyperparameters)"
        )
        _offer(self.recipe, self.tr("Settings"), tip, "")
        self._render_gradient()

    def render_steps(self, has_steps: bool) -> None:
        """Offer to walk across an opened gradient, or not."""
        if has_steps != self._has_steps:
            self._has_steps = has_steps
            self._render_gradient()

    @Slot(bool)
    def render_playing(self, plays: bool) -> None:
        """Offer to play, or to stay."""
        self._plays = plays
        self.gradient_play.setIcon(icon("pause" if plays else "play"))
        self._render_gradient()

    def _render_gradient(self) -> None:
        why_not = ""
        if not self._has_steps:
            why_not = self.tr("Open the gradient of a kernel first: One step, Kernel.")
        tip = self.tr("The sum of the previous weight")
        _offer(self.gradient_back, self.tr("Previous weight"), tip, why_not)
        text, tip = self.tr("Play"), self.tr("Move across the kernel automatically")
        if self._plays:
            text, tip = self.tr("Pause"), self.tr("Stay at this weight")
        _offer(self.gradient_play, text, tip, why_not)
        tip = self.tr("The sum of the next weight")
        _offer(self.gradient_forward, self.tr("Next weight"), tip, why_not)

    def _render_start(self) -> None:
        sign, why_not = "train_start", self._busy()
        match self._run.phase:
            case "running" | "preparing" | "stopping":
                sign = "train_pause"
                text, tip = (
                    self.tr("Pause"),
                    self.tr("Pause when the current batch is done"),
                )
            case "paused":
                text, tip = (
                    self.tr("Resume"),
                    self.tr("Continue training from this batch"),
                )
            case _:
                text, tip = (
                    self.tr("Start"),
                    self.tr("Start training with these settings"),
                )
                why_not = self._refusal()
        self.start_or_pause.setIcon(icon(sign))
        _offer(self.start_or_pause, text, tip, why_not)

    def _render_step_and_stop(self) -> None:
        run = self._run
        why_not = self._busy() if run.is_active else self._refusal()
        tip = self.tr("Train on one batch, then pause")
        _offer(self.step, self.tr("Train one batch"), tip, why_not)
        tip = self.tr("Train until the end of the epoch, then pause")
        _offer(self.epoch, self.tr("One epoch"), tip, why_not)
        self._render_again()
        why_not = "" if run.is_active else self.tr("No training is running.")
        if run.phase == "stopping":
            why_not = self._busy()
        tip = self.tr("Stop training and keep the trained weights")
        _offer(self.stop, self.tr("Stop"), tip, why_not)

    def _render_again(self) -> None:
        """Offer what begins another run from the one that is shown."""
        run, why_not = self._run, ""
        if run.is_active:
            why_not = self.tr("Click Stop first.")
        elif run.config is None:
            why_not = self.tr("Train first: click Start.")
        elif self._problem is not None and self._problem.code == "race_running":
            why_not = self._refusal()
        tip = self.tr("Start again with the settings of the run shown")
        _offer(self.restart, self.tr("Same settings again"), tip, why_not)
        if not why_not and not run.has_learned:
            why_not = self.tr("Before the first batch, nothing has been learned yet.")
        tip = self.tr(
            "Start training with these settings and the weights of the moment shown"
        )
        _offer(self.go_on_from, self.tr("Train on from this moment"), tip, why_not)

    def _render_outcome(self) -> None:
        why_not = ""
        if self._run.network_seen is None:
            why_not = self.tr("Train first: click Start.")
            if self._run.timeline.shown is not None:
                why_not = self.tr(
                    "Before the first batch, nothing has been learned yet."
                )
        tip = self.tr("Use the network shown here to classify your drawings")
        _offer(self.use, self.tr("Use on Draw page"), tip, why_not)
        if self._saving and not why_not:
            why_not = self.tr("Saving the weights…")
        tip = self.tr("Write the weights as of this moment to a safetensors file")
        _offer(self.save, self.tr("Save weights…"), tip, why_not)
        why_not = self.tr("Click Stop first.") if self._run.is_active else ""
        tip = self.tr("List the kept runs; show one again or delete it")
        _offer(self.runs, self.tr("Kept runs…"), tip, why_not)
        why_not = ""
        if self._run.timeline.shown is None:
            why_not = self.tr("Train first: click Start.")
        tip = self.tr("Save the run as a GIF or WebP: maps, kernels, answer and loss")
        _offer(self.film, self.tr("Save animation…"), tip, why_not)
        if not why_not and self._run.folder is None:
            why_not = self.tr("This run is not kept in a folder.")
        tip = self.tr(
            "Save the run as a page, its numbers as a table, its "
            "curves, or its settings as a program"
        )
        _offer(self.report, self.tr("Save report…"), tip, why_not)

    def _busy(self) -> str:
        if self._run.phase == "stopping":
            return self.tr("Training is stopping…")
        if self._run.phase == "preparing":
            return self.tr("Preparing the training…")
        return ""

    def _refusal(self) -> str:
        return "" if self._problem is None else sentence(self._problem)


def _offer(action: QAction, text: str, tip: str, why_not: str) -> None:
    """Enable an action and say what it does, or why it cannot be had."""
    action.setEnabled(not why_not)
    name_action(action, text, why_not or tip)
