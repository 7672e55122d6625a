"""The walk that picture and settings ask for, and where its window begins."""

from dataclasses import replace

from cnnviz.engine.convolution import walk as walking
from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.pages.convolution.model.lab_operation import operation_of
from cnnviz.pages.convolution.model.lab_settings import LabSettings
from cnnviz.pages.convolution.model.lab_state import LabState
from cnnviz.state.lab_input import LabInput


def at(state: LabState, walk: Walk) -> LabState:
    """Return the state with a walk, and everything behind its number."""
    step = walk.step
    return replace(state, walk=walk, step=step, outcome=walk.outcome_of(step))


def walk_of(given: LabInput, settings: LabSettings, before: Walk | None) -> Walk:
    """Return the walk of these settings, its window as near as can be to the last one.

    A picture of another size starts half-way: there is more to see than in a corner.

    Raises
    ------
    CnnvizError
        What `operation_of` raises.
    """
    activation = ActivationSpec(kind=settings.activation, slope=settings.slope)
    operation = operation_of(settings, given)
    walk = Walk(operation, activation)
    if before is None or before.operation.input_hw != operation.input_hw:
        height, width = walk.output_hw
        return walking.go_to_cell(walk, height // 2, width // 2)
    walk = walking.show_channel(walk, before.output_channel)
    return walking.go_to_cell(walk, *walk.geometry.cell_near(*_place(walk, before)))


def _place(walk: Walk, before: Walk) -> tuple[float, float]:
    """Return where the middle of the last window lies on the grid of another walk."""
    old, new = before.geometry, walk.geometry
    corner, span = old.corner(*before.cell), old.span
    return (
        (corner[0] + (span[0] - 1) / 2) / old.stretch[0] * new.stretch[0],
        (corner[1] + (span[1] - 1) / 2) / old.stretch[1] * new.stretch[1],
    )
