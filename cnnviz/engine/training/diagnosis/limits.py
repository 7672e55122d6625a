"""From where on a run is said to be ill, each limit with its reason.

They were set so that the networks of the catalogue, trained as the window offers it, are
called healthy throughout, and runs that were spoilt on purpose are not.
"""

from typing import Final

BLOCK: Final = 50
"""Batches in one mean: of 64 pictures each, the share right is then sure to half a
percent, so that guessing can be told from learning a little."""

FEW: Final = 10
"""Batches before which nothing is said: they show the draw of the weights."""

GUESSING_BATCHES: Final = 150
"""Before, being no better than chance may be a slow beginning: LeNet-5 needs 20 batches
with Adam and 100 with plain gradient descent."""

CHANCE_SIGMAS: Final = 3.0
"""Over chance by so many standard deviations of a guesser's luck is more than chance."""

KNEW_MORE: Final = 2.0
"""Times chance: whoever was so good and guesses now has lost what was learned."""

DIVERGING: Final = 1.5
"""Times the loss of a guesser, and times the lowest mean so far: a run may be worse than
guessing at its very first batches, never again after it was better."""

OVERFIT_RISE: Final = 0.05
OVERFIT_LEAST: Final = 0.01
"""By which the held-out loss must lie over its best, as a share and at least: less is the
luck of which pictures came last."""

OVERFIT_EPOCHS: Final = (2, 3)
"""At least, and at most, epochs since the best one whose mean is compared with it."""

OVERFIT_TRAINING: Final = 0.8
"""The loss on the pictures that it learns from fell to this share since then: where both
rise the network forgets, which is another trouble."""

DEAD: Final = 0.5
"""Share of a layer's units: healthy layers have up to a third that answer none of 64
pictures and yet some of 60,000."""

DEAD_BATCHES: Final = 150
"""At least, and a whole epoch where that is longer: units that were silent at the first
batches of a run mostly wake when the layers before them have learned something."""

VANISHING: Final = 1e-3
"""A weight of the first layer to one of the last: 0.02 to 1 in healthy networks, a
hundredth less for each two layers of sigmoids."""

EXPLODING: Final = 100.0
"""Norm of a layer's gradient: from 0.01 to 10 in healthy networks; with a usual learning
rate of 0.01, a step of 100 is as long as the weights themselves are."""

NEWEST: Final = 3
"""Measurements of the layers of which the middle one counts: one batch may be odd."""

PLATEAU_EPOCHS: Final = 3
PLATEAU_FALL: Final = 0.02
"""Over so many epochs the training loss fell by less than this share."""

PLATEAU_RIGHT: Final = 0.97
"""Share right from which on there is little left to learn: standing still is the end."""

LEARNING_FALL: Final = 0.05
"""Share by which the loss must have fallen to be called learning."""
