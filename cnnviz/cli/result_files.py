"""Results as files: which endings there are, and the bytes of each."""

import argparse
import io
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.errors import CnnvizError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

ENDINGS: Final = (".npy", ".csv", ".png")

RESULTS_HELP: Final = """\
results
  .npy  float32, output channels x rows x columns
  .csv  one row a line; several output channels are separated by an empty line
  .png  rounded and clipped to 0..255; 1 (grey) or 3 (red, green, blue) channels"""


def out_path(text: str) -> Path:
    """Return where to write, refusing an ending that no encoder has.

    Raises
    ------
    ArgumentTypeError
        As argparse wants it.
    """
    path = Path(text)
    if path.suffix.lower() not in ENDINGS:
        raise argparse.ArgumentTypeError(
            f"{text!r} must end in .npy (numbers), .csv (a table) or .png (a picture)"
        )
    return path


def add_result_options(parser: argparse.ArgumentParser) -> None:
    """Add how the picture is read, and where the result is written."""
    parser.add_argument(
        "--channels",
        choices=("grey", "rgb"),
        default="grey",
        help="read the picture as 1 or 3 channels (grey)",
    )
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=out_path,
        required=True,
        help="what to write: FILE.npy, FILE.csv or FILE.png",
    )


def encoder(out: Path, channels: int) -> "Callable[[NDArray[np.float32]], bytes]":
    """Return what turns a result into the bytes of a file.

    Raises
    ------
    CnnvizError
        ``png_channels``: before the work is done, not after.
    """
    ending = out.suffix.lower()
    if ending == ".png" and channels not in (1, 3):
        raise CnnvizError("png_channels", outputs=channels)
    return {".npy": _npy, ".csv": _csv, ".png": _png}[ending]


def written(out: Path, result_chw: "NDArray[np.float32]") -> str:
    """Return the line that says what was written."""
    shape = " × ".join(map(str, result_chw.shape))
    return f"{out}: {shape}, from {result_chw.min():g} to {result_chw.max():g}"


def _npy(result_chw: "NDArray[np.float32]") -> bytes:
    import numpy as np

    buffer = io.BytesIO()
    np.save(buffer, result_chw, allow_pickle=False)
    return buffer.getvalue()


def _csv(result_chw: "NDArray[np.float32]") -> bytes:
    """Return rows of the fewest digits that give the same float32 again."""
    import numpy as np

    whole = bool((result_chw == np.rint(result_chw)).all())
    # Beyond 2^53 an integer says more digits than were computed.
    digits = np.int64 if whole and np.abs(result_chw).max() < 2**53 else np.float32
    blocks = (
        "".join(
            ",".join(row.astype(digits).astype(str).tolist()) + "\n" for row in rows
        )
        for rows in result_chw
    )
    return "\n".join(blocks).encode("ascii")


def _png(result_chw: "NDArray[np.float32]") -> bytes:
    import numpy as np

    from cnnviz.images.saving import encode_png

    return encode_png(np.clip(np.rint(result_chw), 0, 255).astype(np.uint8))
