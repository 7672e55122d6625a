"""The numbers that a picture of the Train page shows, for its text to be checked."""

from typing import Final

from cnnviz.app import Session
from cnnviz.engine.networks.summary import summarize
from cnnviz.engine.training.one_step.updates import weight_update
from cnnviz.pages.train.model.step_state import StepState
from cnnviz.state.run.run_findings import RunFindings, ways_out

_DIGITS: Final = 5  # kernels of other machines differ in what follows
_STEP_PARTS: Final = ("loss", "backward", "kernel", "update")


def shown_numbers(session: Session, name: str) -> dict[str, object]:
    """Return what is known of the run, and of what the page has open.

    Those of a step, and of the drawing, follow from the first weights alone; the others
    come out of learning, and differ a little from machine to machine.
    """
    train = session.train
    run, recipe = train.run.state, train.recipe.state
    if name == "recipe":
        return {"pictures": recipe.pictures, "epochs": recipe.epochs}
    if name == "race":
        lanes = train.beside.races.store.state.lanes
        found = (lane.run.network for lane in lanes)
        return {"parameters": [summarize(one).parameters for one in found if one]}
    if name == "compare":
        lanes = train.beside.kept.store.state.lanes
        recipes = (lane.run.config for lane in lanes)
        return {"augmented": [one.augmentation.changes for one in recipes if one]}
    if name == "draw":
        answer = session.draw.store.state.answer
        assert answer is not None
        assert answer.trace is not None
        shares = answer.trace.probabilities
        assert shares is not None
        return {"surest": _short(float(shares.max()))}
    numbers: dict[str, object] = {"phase": run.phase, "batches": run.curves.batches}
    if run.epochs:
        numbers["right"] = _short(run.epochs[-1].validation_accuracy)
        numbers["loss"] = _short(run.epochs[-1].validation_loss)
    if name in _STEP_PARTS:
        numbers |= _of_step(train.steps.store.state)
        return numbers
    worst, *_ = RunFindings().of(run)
    return numbers | {"finding": worst.kind, "ways": list(ways_out(run, worst))}


def _of_step(state: StepState) -> dict[str, object]:
    answer, weights = state.answer, state.weights()
    assert answer is not None
    assert weights is not None
    step = answer.opened
    update = weight_update(step, weights.name, weights.at(state.cell))
    return {
        "step": answer.question.step,
        "right_answer": int(step.labels_n[0]),
        "sure": _short(float(step.loss.probabilities_nk[0, step.labels_n[0]])),
        "price": _short(step.loss.value),
        "before": _short(update.before),
        "gradient": _short(update.gradient),
        "after": _short(update.after),
        "at": [weights.name, *map(int, weights.at(state.cell))],
    }


def _short(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")
