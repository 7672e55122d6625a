"""What is found in the run of now, and the ways out of it."""

from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from cnnviz.engine.networks.dropped import with_dropout
from cnnviz.engine.training.config import TrainingConfig
from cnnviz.engine.training.data.augmentation import PRESETS
from cnnviz.engine.training.diagnosis.findings import (
    Facts,
    Finding,
    FindingKind,
    Measured,
    findings,
)
from cnnviz.engine.training.diagnosis.limits import KNEW_MORE
from cnnviz.state.run.run_state import Phase, Run

WayOut = Literal[
    "go_on",
    "go_back",
    "smaller_rate",
    "larger_rate",
    "adam",
    "more_pictures",
    "dropout",
    "augmentation",
    "weight_decay",
    "compare",
    "stop",
]

_RATE_STEP: Final = 10.0
_WEIGHT_DECAY: Final = 1e-3
"""For one that had none; for another ten times what it had."""

_MOST_DECAY: Final = 0.1

_LOST: Final = "training_diverged"
"""A loss that is no number any more."""

_WAYS: Final[dict[FindingKind, tuple[WayOut, ...]]] = {
    "not_a_number": ("smaller_rate",),
    "diverging": ("smaller_rate", "stop"),
    "exploding": ("smaller_rate", "stop"),
    "vanishing": ("adam", "stop"),
    "collapsed": ("go_back", "smaller_rate", "stop"),
    "guessing": ("smaller_rate", "larger_rate", "stop"),
    "over_fitting": (
        "go_back",
        "more_pictures",
        "dropout",
        "augmentation",
        "weight_decay",
        "compare",
        "stop",
    ),
    "dead": ("smaller_rate", "stop"),
    "plateau": ("smaller_rate", "larger_rate", "compare", "stop"),
    "learning": ("compare",),
}


def measured(run: Run) -> Measured | None:
    """Return what a run has measured; ``None`` before there is one."""
    config, network = run.config_now, run.network
    if config is None or network is None:
        return None
    problem, lost_at = run.problem, None
    if problem is not None and problem.code == _LOST:
        lost_at = int(str(problem.facts["epoch"])), int(str(problem.facts["batch"]))
    return Measured(
        classes=len(network.labels),
        batch_size=config.batch_size,
        learning_rate=config.learning_rate,
        batches_per_epoch=0 if run.started is None else run.started.batches_per_epoch,
        losses_n=run.curves.loss.values_n,
        accuracies_n=run.curves.accuracy.values_n,
        epochs=run.epochs,
        layers=run.layers.kept,
        lost_at=lost_at,
    )


def forgiven(run: Run) -> Run:
    """Return a failed run as one that was stopped, unless its numbers are lost."""
    if run.phase != "failed" or run.problem is None or run.problem.code == _LOST:
        return run
    phase: Phase = "stopped" if run.curves.batches else "idle"
    return replace(run, phase=phase, problem=None)


class RunFindings:
    """Finds anew when something new was measured, some times a second at most."""

    def __init__(self) -> None:
        self._key: object = None
        self._found: tuple[Finding, ...] = ()

    def of(self, run: Run) -> tuple[Finding, ...]:
        """Return the findings of a run, the gravest first; none before there is one."""
        newest = run.layers.kept[-1] if run.layers.kept else None
        key = (
            *(run.number, run.phase, len(run.epochs), run.changes),
            *(newest, run.curves.batches // 25),
        )
        if key != self._key:
            self._key = key
            told = measured(run)
            self._found = () if told is None else findings(told)
        return self._found


def ways_out(run: Run, finding: Finding) -> tuple[WayOut, ...]:
    """Return what can be done about a finding now, the best first."""
    if run.phase == "failed" and finding.kind != "not_a_number":
        return ()  # it is over, and not because of that
    ways = _WAYS.get(finding.kind, ())
    facts = finding.facts
    if finding.kind == "collapsed" and not knew_more(facts):
        ways = tuple(way for way in ways if way != "go_back")
    return tuple(way for way in ("go_on", *ways) if _is_open(way, run))


def knew_more(facts: Facts) -> bool:
    """Whether a run that only guesses was better once."""
    return float(facts["best"]) > KNEW_MORE / int(facts["classes"])


def _is_open(way: WayOut, run: Run) -> bool:
    match way:
        case "go_on":
            return can_go_on(run)
        case "stop":
            return run.phase in ("running", "paused")
        case "go_back":
            return best_epoch(run) is not None and len(run.timeline.kept) > 1
        case "adam":
            return run.config is not None and run.config.optimizer != "adam"
        case "more_pictures":
            return run.config is not None and run.config.data_use.pictures is not None
        case "augmentation":
            return run.config is not None and not run.config.augmentation.changes
        case "dropout":
            return run.network is not None and with_dropout(run.network) is not None
        case "compare":
            return len(compared(run)) > 1
        case _:
            return run.phase != "stopping"


def is_going(run: Run) -> bool:
    """Whether a run goes on, here or in another program."""
    return run.is_active or run.phase == "followed"


def can_go_on(run: Run) -> bool:
    """Whether a run was stopped before its end, and all that it learned is kept."""
    is_kept = run.folder is not None and run.unkept is None
    return run.phase == "stopped" and is_kept and run.weights_step > 0


def best_epoch(run: Run) -> int | None:
    """Return the epoch, from 1, whose held-out loss was the lowest; ``None`` without any."""
    if not run.epochs:
        return None
    return min(run.epochs, key=lambda epoch: epoch.validation_loss).epoch


def step_after_epoch(run: Run, epoch: int) -> int:
    """Return the last step of an epoch, from 1."""
    return int(run.curves.held_out_step_e[epoch - 1])


def compared(run: Run) -> tuple[Path, ...]:
    """Return the folders of the run before and of this one, once it has ended."""
    before = run.earlier[-1].folder if run.earlier else None
    if run.is_active or before is None or run.folder is None:
        return ()
    return before, run.folder


def begun_again(
    way: WayOut, config: TrainingConfig, now: TrainingConfig | None = None
) -> TrainingConfig | None:
    """Return the recipe with which a run begins again; ``None`` of what begins none.

    Parameters
    ----------
    way
        The way out.
    config
        The recipe of the run.
    now
        The same with what was changed while it went, if anything was.

    Examples
    --------
    >>> begun_again("smaller_rate", TrainingConfig(learning_rate=0.1)).learning_rate
    0.01
    """
    now = now or config
    match way:
        case "smaller_rate":
            return _with_rate(config, now.learning_rate / _RATE_STEP)
        case "larger_rate":
            return _with_rate(config, now.learning_rate * _RATE_STEP)
        case "adam":
            return replace(config, optimizer="adam", learning_rate=0.001)
        case "more_pictures":
            return replace(config, data_use=replace(config.data_use, pictures=None))
        case "dropout":
            dropped = with_dropout(config.network)
            return None if dropped is None else replace(config, network=dropped)
        case "augmentation":
            # A mirrored digit is none, a mirrored photograph is one.
            is_grey = config.network.input_chw[0] == 1
            changes = PRESETS["digits" if is_grey else "photos"]
            return replace(config, augmentation=changes)
        case "weight_decay":
            decay = max(_WEIGHT_DECAY, min(_MOST_DECAY, 10 * now.weight_decay))
            return replace(config, weight_decay=decay)
        case _:
            return None


def _with_rate(config: TrainingConfig, rate: float) -> TrainingConfig:
    # As one would type it: 0.01, not 0.010000000000000002.
    return replace(config, learning_rate=float(f"{rate:.6g}"))
