"""How many threads NumPy's matrix products use in the program."""

import os
import subprocess
import sys

import pytest

# After the command: how many threads there are, and what is left in the environment.
PROGRAM = """
import os, sys
from cnnviz.cli.main import main
main(["summary", "lenet5"])
import numpy as np
square = np.ones((900, 900), np.float32)
for _ in range(3):
    square @ square
threads = len(os.listdir("/proc/self/task"))
print("threads", threads, os.environ.get("OPENBLAS_NUM_THREADS"))
"""


def said_last(**variables: str) -> list[str]:
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        check=True,
        env=environment | variables,
    )
    return done.stdout.splitlines()[-1].split()


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads as Linux does")
def test_that_matrix_products_stay_on_one_thread_and_the_variable_is_taken_back() -> (
    None
):
    assert said_last() == ["threads", "1", "None"]


@pytest.mark.skipif(sys.platform != "linux", reason="counts threads as Linux does")
def test_that_what_the_user_has_set_stays() -> None:
    assert said_last(OPENBLAS_NUM_THREADS="2") == ["threads", "2", "2"]
