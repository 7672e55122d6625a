"""What a run sets for its time, and what is there again after it."""

import sys

import pytest
import torch

from cnnviz.engine.training.processor import run_settings

if sys.platform == "linux":
    import resource

    def page_faults() -> int:
        return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def test_that_threads_are_given_back() -> None:
    before = torch.get_num_threads()
    with run_settings(before + 1):
        assert torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of glibc")
def test_that_memory_is_not_fetched_from_the_system_at_each_step() -> None:
    pages = 16 * 2**20 // 4096
    with run_settings(1):
        for _ in range(8):
            torch.empty(4 * 2**20).fill_(1.0)
        before = page_faults()
        for _ in range(10):
            torch.empty(4 * 2**20).fill_(1.0)
        assert page_faults() - before < pages
