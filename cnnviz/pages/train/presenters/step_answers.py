"""A training step taken and painted; called in a thread."""

from collections.abc import Mapping

import numpy as np

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.networks.forward import ForwardPass
from cnnviz.engine.networks.layers import Network
from cnnviz.engine.networks.layers.layer_spec import Array
from cnnviz.engine.networks.trace import LayerOutput
from cnnviz.engine.training.one_step.opened_step import (
    NOTHING_KEPT,
    OptimizerState,
    optimizer_state,
)
from cnnviz.pages.train.model.step_state import (
    StepAnswer,
    StepQuestion,
    layers_to_choose,
)
from cnnviz.pages.train.presenters.layers.weight_pictures import weight_picture
from cnnviz.state.picture.layer_pictures import (
    LayerPicture,
    input_picture,
    layer_picture,
)
from cnnviz.state.picture.network_pictures import NetworkPictures


def step_answer(question: StepQuestion) -> StepAnswer:
    """Take the step, and make its pictures."""
    from cnnviz.engine.training.one_step.opening import open_step

    network, label = question.config.network, question.label
    if label is None:
        label = ForwardPass(network, question.weights).trace(question.picture).best
    opened = open_step(
        question.config,
        question.weights,
        question.picture[np.newaxis],
        np.array([label]),
        kept=_remembered(question),
        progress=question.progress,
    )
    return StepAnswer(
        question=question,
        opened=opened,
        forward=NetworkPictures(
            network,
            input_picture(question.picture),
            _pictures(network, opened.outputs),
        ),
        backward=NetworkPictures(
            network,
            _picture("input", "input", opened.picture_gradients_nchw, signed=True),
            _pictures(network, opened.output_gradients, signed=True),
        ),
        kernels={
            name: weight_picture(network, name, opened.gradients[f"{name}.weight"])
            for name in layers_to_choose(network)
        },
    )


def _remembered(question: StepQuestion) -> OptimizerState:
    """Return what the optimiser remembers then, if the run's folder has it: at rest."""
    from cnnviz.engine.training.run_checkpoints import read_checkpoint
    from cnnviz.engine.training.runs.checkpoint_check import check_arrays

    if question.folder is None or question.step == 0:
        return NOTHING_KEPT
    try:
        checkpoint = read_checkpoint(question.folder)
        if checkpoint is None or checkpoint.step != question.step:
            return NOTHING_KEPT
        check_arrays(checkpoint, question.config)
    except CnnvizError:
        return NOTHING_KEPT  # the step is told of all the same
    return optimizer_state(question.config.network, checkpoint.arrays)


def _pictures(
    network: Network, batches: Mapping[str, Array], *, signed: bool = False
) -> Mapping[str, LayerPicture]:
    kinds = {layer.name: layer.key for layer in network.layers}
    return {
        name: _picture(name, kinds[name], batch, signed=signed)
        for name, batch in batches.items()
    }


def _picture(
    name: str, kind: str, batch: Array, *, signed: bool = False
) -> LayerPicture:
    return layer_picture(LayerOutput(name, kind, batch[0], can_be_negative=signed))
