"""The first exercises: sums that torch finds too, and guesses that are worth a thought."""

import pytest
import torch

from cnnviz.engine.convolution.first.exercises import EXERCISES, Exercise

ALL = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.key)


@ALL
def test_that_the_sums_are_those_of_torch(exercise: Exercise) -> None:
    given = torch.from_numpy(exercise.picture_hw.copy())[None, None]
    kernel = torch.from_numpy(exercise.kernel_hw.copy())[None, None]
    made = torch.nn.functional.conv2d(given, kernel)[0, 0]
    assert exercise.output_hw.tolist() == made.tolist()


@ALL
def test_that_one_of_three_guesses_is_the_sum(exercise: Exercise) -> None:
    for position in range(9):
        guesses = exercise.guesses(position)
        assert exercise.value(position) in guesses
        assert len(set(guesses)) == 3
        assert list(guesses) == sorted(guesses)


@ALL
def test_that_every_sum_is_done_in_the_head(exercise: Exercise) -> None:
    assert abs(exercise.output_hw).max() < 10
