"""The numbers that a picture of the Train page shows, for its text to be checked."""

from typing import Final

import numpy as np

from cnnviz.app import Session
from cnnviz.engine.training.one_step.updates import weight_update
from cnnviz.pages.train.model.step_state import StepState
from cnnviz.state.run.run_findings import RunFindings, ways_out

_DIGITS: Final = 5  # kernels of other machines differ in what follows
_STEP_PARTS: Final = ("loss", "backward", "kernel", "update")


def shown_numbers(session: Session, name: str) -> dict[str, object]:
    """Return what is known of the run, and of what the page has open.

    Those of ``step``, ``weights`` and ``draw`` follow from the first weights alone; all
    others are what came out of learning, and differ a little from machine to machine.
    """
    train = session.train
    run, recipe = train.run.state, train.recipe.state
    if name == "recipe":
        return {"pictures": recipe.pictures, "epochs": recipe.epochs}
    if name == "race":
        lanes = train.beside.races.store.state.lanes
        return {"networks": [lane.run.network.title for lane in lanes if lane.run.network]}
    if name == "compare":
        lanes = train.beside.kept.store.state.lanes
        return {"weight_decays": [lane.run.config.weight_decay for lane in lanes if lane.run.config]}
    if name == "draw":
        answer = session.draw.store.state.answer
        shares = None if answer is None or answer.trace is None else answer.trace.probabilities
        assert shares is not None
        return {"surest": _short(float(shares.max()))}
    numbers: dict[str, object] = {"phase": run.phase, "batches": run.curves.batches}
    if run.epochs:
        numbers["right"] = _short(run.epochs[-1].validation_accuracy)
        numbers["loss"] = _short(run.epochs[-1].validation_loss)
    if name in _STEP_PARTS:
        numbers |= _of_step(train.steps.store.state)
    elif (found := RunFindings().of(run)):
        numbers["finding"] = found[0].kind
        numbers["ways"] = list(ways_out(run, found[0]))
    return numbers


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
        "weight": [_short(each) for each in (update.before, update.gradient, update.after)],
        "at": [weights.name, *(int(place) for place in weights.at(state.cell))],
        "white": _short(float(np.mean(step.output_gradients["c1_relu"] == 0))) if hasattr(step, "output_gradients") else 0,
    }


def _short(number: float) -> float:
    return float(f"{number:.{_DIGITS}g}")
