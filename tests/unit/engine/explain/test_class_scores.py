"""The number of each class that is explained."""

import numpy as np
import pytest
import torch

from cnnviz.engine.explain.class_scores import (
    leads,
    logits_of,
    runner_up,
    torch_logits_of,
)
from cnnviz.engine.networks.layers import AnswerKind
from cnnviz.engine.networks.trace import best_of, probabilities_of

OUTPUTS = np.float32([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])
KINDS: list[AnswerKind] = ["logits", "probabilities", "distances", "scores"]


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_largest_logit_is_the_answer_in_numpy_and_torch(
    kind: AnswerKind,
) -> None:
    logits = logits_of(OUTPUTS, kind)
    np.testing.assert_array_equal(logits.argmax(axis=1), best_of(OUTPUTS, kind))
    in_torch = torch_logits_of(torch.from_numpy(OUTPUTS), kind)
    np.testing.assert_allclose(in_torch.numpy(), logits, rtol=1e-6)


def test_that_a_lead_is_the_logarithm_of_how_many_times_as_probable() -> None:
    for kind in KINDS[:3]:
        shares = probabilities_of(OUTPUTS, kind)
        assert shares is not None
        lead = leads(logits_of(OUTPUTS, kind), 0, 2)
        expected = np.log(shares[:, 0] / shares[:, 2])
        np.testing.assert_allclose(lead, expected, rtol=1e-4)
    assert runner_up(OUTPUTS[0], 1) == 2
    assert runner_up(OUTPUTS[0], 0) == 1
