"""One thread for NumPy's matrix products."""

import os
from typing import Final

_VARIABLE: Final = "OPENBLAS_NUM_THREADS"


def load_numpy_on_one_thread() -> None:
    """Import NumPy, its matrix library told to use one thread; before anybody else does.

    The products of our networks are too small to share. Where the other cores are busy
    (a training run, another program), waiting for the second thread took 77 ms for a
    picture that takes 0.5 ms alone. The library reads the variable when it is loaded, and
    then it is taken back: torch brings such a library of its own on some machines.

    What the user has set stays, and so does a NumPy that is there already.
    """
    if _VARIABLE in os.environ:
        return
    os.environ[_VARIABLE] = "1"
    try:
        import numpy as np  # noqa: F401
    finally:
        del os.environ[_VARIABLE]
