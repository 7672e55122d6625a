"""The unit that the Convolution page shows of a state."""

from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.ui.unit_view.unit import Unit


def unit_of(state: LabState) -> Unit | None:
    """Return the number of the state's walk; ``None`` when there is no walk."""
    walk, step, outcome = state.walk, state.step, state.outcome
    if walk is None or step is None or outcome is None:
        return None
    given = None if walk.operation.traits.is_flat else state.given
    expression = walk.operation.expression(step)
    return Unit(walk, step, outcome, expression, given, state.shown_channel)
