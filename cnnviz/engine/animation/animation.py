"""An animation of a walk, whatever is walked across."""

from collections.abc import Callable

from cnnviz.engine.animation.bar_animation import BarAnimation
from cnnviz.engine.animation.frames import Animation
from cnnviz.engine.animation.grid_animation import GridAnimation
from cnnviz.engine.animation.labels import AnimationLabels
from cnnviz.engine.animation.scale import Scale
from cnnviz.engine.animation.settings import AnimationSettings
from cnnviz.engine.convolution.walk import Walk


def animation_of(
    walk: Walk,
    settings: AnimationSettings,
    words: AnimationLabels | None = None,
    scale: Scale | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Animation:
    """Return the animation of a walk; the whole output is computed here.

    Parameters
    ----------
    walk
        Operation, activation and output channel; its position does not matter.
    settings
        What is to be shown, and how large.
    words
        The language; English when ``None``.
    scale
        How the picture's numbers are coloured; found out when ``None``.
    is_cancelled
        Asked while the output is computed.

    Raises
    ------
    CnnvizError
        What the operation raises about its sums.

    Examples
    --------
    >>> import numpy as np
    >>> from cnnviz.engine.convolution.pooling import PoolSpec
    >>> from cnnviz.engine.convolution.operations import Pooling
    >>> walk = Walk(Pooling(np.arange(16.0).reshape(1, 4, 4), PoolSpec(size=(2, 2))))
    >>> animation = animation_of(walk, AnimationSettings(width=480))
    >>> animation.frame(0).size == animation.size, animation.story(3).sum_text
    (True, 'max(10, 11, 14, 15) = 15')
    """
    words = words or AnimationLabels()
    if walk.operation.traits.is_flat:
        return BarAnimation(walk, settings, words)
    return GridAnimation(walk, settings, words, scale, is_cancelled)
