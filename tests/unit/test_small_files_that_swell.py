"""Files of at most 100 kB that unpack to much more: memory and time stay within bounds."""

import base64
import gzip
import io
import json
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from cnnviz.engine.images.picture import Picture
from cnnviz.pages.convolution.model.lab_file import Lab, LabView
from cnnviz.pages.convolution.model.lab_settings import initial_settings
from cnnviz.state.picture.shared_picture import SharedPicture
from tests.helpers.idx_folder import write_idx_folder
from tests.helpers.lab_cases import encode_lab

MOST_MB = 600
MOST_S = 2.0
HUNDRED_MB = 95_000_000

MEASURE = """
import re, sys, time
from pathlib import Path
from cnnviz.engine.errors import CnnvizError
{imports}

def most_mb():
    text = Path("/proc/self/status").read_text()
    return int(re.search(r"VmHWM:\\s*(\\d+)", text)[1]) / 1024

path = Path(sys.argv[1])
before, begun = most_mb(), time.process_time()
try:
    {read}
except CnnvizError as error:
    said = error.code
else:
    said = "read"
print(said, most_mb() - before, time.process_time() - begun)
"""


def png(width: int, height: int, channels: int) -> bytes:
    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content).to_bytes(4)
        return struct.pack(">I", len(content)) + kind + content + check

    colour = {1: 0, 3: 2}[channels]
    head = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0)
    packed = zlib.compress(bytes((1 + width * channels) * height))
    chunks = chunk(b"IHDR", head), chunk(b"IDAT", packed), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def lab_with(path: Path, content: bytes) -> None:
    levels = np.zeros((1, 3, 3), np.uint8)
    lab = Lab(SharedPicture(Picture(levels, ""), "file"), initial_settings(), LabView())
    record = json.loads(encode_lab(lab))
    record["picture"]["png"] = base64.b64encode(content).decode()
    path.write_text(json.dumps(record), encoding="utf-8")


def lab_of_colour(path: Path) -> None:
    lab_with(path, png(4096, 4096, 3))


def lab_of_grey(path: Path) -> None:
    lab_with(path, png(8192, 8192, 1))


def idx_folder(path: Path) -> None:
    """Write few pictures, and as labels a hundred million, which are as many numbers."""
    write_idx_folder(path)
    head = struct.pack(">BBBBI", 0, 0, 8, 1, HUNDRED_MB)
    labels = path / "train-labels-idx1-ubyte.gz"
    labels.write_bytes(gzip.compress(head + bytes(HUNDRED_MB)))


def idx_that_lies(path: Path) -> None:
    head = struct.pack(">BBBB3I", 0, 0, 8, 3, 1_300_000, 28, 28)
    path.write_bytes(gzip.compress(head) + gzip.compress(bytes(HUNDRED_MB)))


def npz(path: Path) -> None:
    file = io.BytesIO()
    np.save(file, np.zeros(HUNDRED_MB, np.uint8))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x_train.npy", file.getvalue())


def tar(path: Path) -> None:
    with tarfile.open(path, "w:gz") as archive:
        entry = tarfile.TarInfo("first")
        entry.size = HUNDRED_MB
        archive.addfile(entry, io.BytesIO(bytes(HUNDRED_MB)))


def weights(path: Path) -> None:
    header = {
        f"t{number}": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
        for number in range(1_500)
    }
    text = json.dumps(header).encode()
    path.write_bytes(struct.pack("<Q", len(text)) + text)


LAB = (
    "from cnnviz.pages.convolution.model.lab_file import decode_lab",
    "decode_lab(path.read_bytes(), path.name)",
)
IDX = ("from cnnviz.engine.datasets.idx import read_idx", "read_idx(path)")
CASES: dict[str, tuple[Callable[[Path], None], tuple[str, str], str]] = {
    "lab, colour": (lab_of_colour, LAB, "read"),
    "lab, grey": (lab_of_grey, LAB, "lab_damaged"),
    "idx, labels": (
        idx_folder,
        (
            "from cnnviz.engine.datasets.loading import load_dataset",
            "load_dataset(str(path))",
        ),
        "labels_differ_from_pictures",
    ),
    "idx, more claimed": (idx_that_lies, IDX, "idx_truncated"),
    "npz": (
        npz,
        (
            "from cnnviz.engine.datasets.npz import read_array",
            "read_array(path, 'x_train')",
        ),
        "read",
    ),
    "tar": (
        tar,
        ("from cnnviz.engine.datasets.cifar10 import read_batch", "read_batch(path)"),
        "cifar_damaged",
    ),
    "weights": (
        weights,
        (
            "from cnnviz.engine.networks.weights import load_weights\n"
            "from cnnviz.engine.networks.catalogue import network",
            "load_weights(path, network('lenet5'))",
        ),
        "weights_missing",
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells")
@pytest.mark.parametrize("case", CASES)
def test_that_a_small_file_takes_no_large_memory_and_no_long_time(
    case: str, tmp_path: Path
) -> None:
    make, (imports, read), expected = CASES[case]
    path = tmp_path / "file"
    make(path)
    files = [*path.iterdir()] if path.is_dir() else [path]
    assert max(file.stat().st_size for file in files) < 200_000
    done = subprocess.run(
        [sys.executable, "-c", MEASURE.format(imports=imports, read=read), str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    said, grown_mb, seconds = done.stdout.split()
    assert said == expected
    assert float(grown_mb) < MOST_MB
    assert float(seconds) < MOST_S or expected == "read"
