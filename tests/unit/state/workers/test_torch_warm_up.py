import subprocess
import sys

import pytest

from cnnviz.state.workers.torch_warm_up import load_native_part


def run(program: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_that_torch_is_imported_in_the_thread_and_not_before() -> None:
    program = """
import sys
from PySide6.QtCore import QCoreApplication
from cnnviz.state.workers.torch_warm_up import TorchWarmUp
application = QCoreApplication([])
thread = TorchWarmUp()
before = "torch" in sys.modules
thread.begin()
thread.shut_down()
import torch
print(before, "torch" in sys.modules, int(torch.ones(2).sum()))
"""
    assert run(program) == "False True 2"


@pytest.mark.skipif(sys.platform != "linux", reason="the library's name on Linux")
def test_that_the_libraries_come_before_the_import() -> None:
    program = """
import sys
from pathlib import Path
from cnnviz.state.workers.torch_warm_up import load_native_part
loaded = load_native_part()
maps = Path("/proc/self/maps").read_text()
print(loaded, "libtorch_cpu" in maps, "torch" in sys.modules)
"""
    assert run(program) == "True True False"


def test_that_an_unknown_platform_leaves_it_to_the_import(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert not load_native_part()
