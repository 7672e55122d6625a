"""``cnnviz conv``: apply a kernel to a picture and write the result."""

import argparse
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cnnviz.errors import CnnvizError
from cnnviz.sentences import sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnviz.convolution.spec import ConvSpec

# The keys of convolution.kernels.PRESETS, repeated so that --help need not load NumPy;
# a test compares them.
KERNEL_NAMES: Final = """\
  identity shift_right
  box_blur box_blur_5 gaussian_blur gaussian_blur_5 motion_blur
  sharpen sharpen_strong unsharp_mask
  sobel_x sobel_y prewitt_x prewitt_y scharr_x scharr_y roberts
  laplacian laplacian8 outline laplacian_of_gaussian
  horizontal_line vertical_line diagonal_line rising_line
  emboss"""

_ENDINGS: Final = (".npy", ".csv", ".png")

_DESCRIPTION: Final = """\
Lay a kernel on every place of a picture and write the sums.

The numbers are grey levels 0..255, and the result is unscaled. As in every framework
the kernel is not turned (cross-correlation) unless --flip is given."""

_EPILOG: Final = """\
results
  .npy  float32, output channels x rows x columns
  .csv  one row a line; several output channels are separated by an empty line
  .png  rounded and clipped to 0..255; 1 (grey) or 3 (red, green, blue) channels

kernels
{names}

examples
  cnnviz conv photo.jpg --kernel sobel_x --padding same --out edges.png
  cnnviz conv digit.png --kernel "[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]" --out sums.csv"""


def add_parser(
    subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the command and its options."""
    parser = subparsers.add_parser(
        "conv",
        help="apply a kernel to a picture and write the result",
        description=_DESCRIPTION,
        epilog=_EPILOG.format(names=KERNEL_NAMES),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("picture", metavar="PICTURE", help="the picture file")
    parser.add_argument(
        "--kernel",
        metavar="NAME|JSON|FILE",
        type=_kernel,
        required=True,
        help="a name from the list below, numbers in brackets, or a file with them: "
        "rows; channels of rows (summed); or several of those (one output each). "
        "Rows alone work on each channel by itself",
    )
    _add_settings(parser)
    parser.add_argument(
        "--out",
        metavar="FILE",
        type=_out,
        required=True,
        help="what to write: FILE.npy, FILE.csv or FILE.png",
    )
    parser.set_defaults(run=run)


def _add_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stride",
        metavar="S[,S]",
        type=_pair("stride"),
        default=(1, 1),
        help="how far the window moves down, right (1)",
    )
    parser.add_argument(
        "--padding",
        metavar="valid|same|full|N[,N]",
        type=_padding,
        default="valid",
        help="what is added around: nothing, as much as gives ceil(size / stride) "
        "outputs (an odd row or column at the end), the kernel minus 1, or N rows, "
        "columns on each side (valid)",
    )
    parser.add_argument(
        "--padding-mode",
        choices=("zeros",),
        default="zeros",
        help="what the added cells hold (zeros)",
    )
    parser.add_argument(
        "--dilation",
        metavar="D[,D]",
        type=_pair("dilation"),
        default=(1, 1),
        help="distance between kernel cells down, right (1)",
    )
    parser.add_argument(
        "--flip",
        action="store_true",
        help="turn the kernel by 180 degrees first: true convolution",
    )
    parser.add_argument(
        "--channels",
        choices=("grey", "rgb"),
        default="grey",
        help="read the picture as 1 or 3 channels (grey)",
    )


def _pair(setting: str) -> Callable[[str], tuple[int, int]]:
    """Return the reader of one number or two, vertical first, checked as the spec does."""

    def read(text: str) -> tuple[int, int]:
        numbers = _numbers(text)
        if numbers is None:
            raise argparse.ArgumentTypeError(
                f"{text!r} is not a whole number, nor two as in 2,1"
            )
        _checked(**{setting: numbers})
        return numbers

    return read


def _padding(text: str) -> str | tuple[int, int]:
    numbers = _numbers(text)
    _checked(padding=text if numbers is None else numbers)
    return text if numbers is None else numbers


def _numbers(text: str) -> tuple[int, int] | None:
    """Return ``3`` as (3, 3) and ``2,1`` as (2, 1); ``None`` for anything else."""
    # Nine digits: more than any picture has, and no trouble for int().
    match = re.fullmatch(r"\s*(-?[0-9]{1,9})\s*(?:,\s*(-?[0-9]{1,9})\s*)?", text)
    if match is None:
        return None
    first, second = match.groups()
    return int(first), int(first if second is None else second)


def _checked(**settings: object) -> None:
    from cnnviz.convolution.spec import ConvSpec

    try:
        ConvSpec(kernel=(1, 1), **settings)  # type: ignore[arg-type]
    except CnnvizError as error:
        raise argparse.ArgumentTypeError(sentence(error)) from error


def _kernel(text: str) -> "NDArray[np.float32] | Path":
    """Return the kernel of a name or of JSON, or the file in which to look."""
    from cnnviz.convolution.kernels import parse_kernel, preset

    try:
        if text.lstrip().startswith("["):
            return parse_kernel(text)
        return preset(text).values_hw
    except CnnvizError as error:
        if error.code == "kernel_unknown" and _names_a_file(text):
            return Path(text)
        raise argparse.ArgumentTypeError(sentence(error)) from error


def _names_a_file(text: str) -> bool:
    """Tell a file, there or not, from a kernel's name typed wrong."""
    path = Path(text)
    return bool(path.suffix) or len(path.parts) > 1 or path.exists()


def _out(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in _ENDINGS:
        raise argparse.ArgumentTypeError(
            f"{text!r} must end in .npy (numbers), .csv (a table) or .png (a picture)"
        )
    return path


def run(arguments: argparse.Namespace) -> int:
    """Apply the kernel, write the result, say what was written."""
    from cnnviz.cli.writing import check_writable, write_atomically
    from cnnviz.convolution.apply import convolve
    from cnnviz.convolution.kernels import kernels_for
    from cnnviz.images.loading import MAX_PIXELS, load_picture

    out: Path = arguments.out
    check_writable(out)
    kernel = _read_kernel(arguments.kernel)
    # The window reduces large photos; numbers in a file are those of every pixel.
    picture = load_picture(Path(arguments.picture), kept_pixels=MAX_PIXELS)
    picture = picture.to_rgb() if arguments.channels == "rgb" else picture.to_grey()
    kernels = kernels_for(kernel, len(picture.pixels_chw))
    encode = _encoder(out, len(kernels))
    result = convolve(picture.pixels_chw, kernels, _spec(arguments, kernels))
    write_atomically(out, encode(result))
    shape = " × ".join(map(str, result.shape))
    print(f"{out}: {shape}, from {result.min():g} to {result.max():g}")
    return 0


def _spec(arguments: argparse.Namespace, kernels: "NDArray[np.float32]") -> "ConvSpec":
    from cnnviz.convolution.spec import ConvSpec

    return ConvSpec(
        kernel=(kernels.shape[2], kernels.shape[3]),
        stride=arguments.stride,
        padding=arguments.padding,
        padding_mode=arguments.padding_mode,
        dilation=arguments.dilation,
        flip=arguments.flip,
    )


def _read_kernel(kernel: "NDArray[np.float32] | Path") -> "NDArray[np.float32]":
    if not isinstance(kernel, Path):
        return kernel
    from cnnviz.convolution.kernels import parse_kernel
    from cnnviz.images.loading import read_file

    try:
        # Windows editors begin a file with a byte order mark.
        return parse_kernel(read_file(kernel).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CnnvizError("kernel_not_json", line=1, column=1) from error


def _encoder(out: Path, outputs: int) -> "Callable[[NDArray[np.float32]], bytes]":
    """Return what turns a result into the bytes of a file; refuse what cannot be one."""
    ending = out.suffix.lower()
    if ending == ".png" and outputs not in (1, 3):
        raise CnnvizError("png_channels", outputs=outputs)
    return {".npy": _npy, ".csv": _csv, ".png": _png}[ending]


def _npy(result_ohw: "NDArray[np.float32]") -> bytes:
    import numpy as np

    buffer = io.BytesIO()
    np.save(buffer, result_ohw, allow_pickle=False)
    return buffer.getvalue()


def _csv(result_ohw: "NDArray[np.float32]") -> bytes:
    """Return rows of the fewest digits that give the same float32 again."""
    import numpy as np

    whole = bool((result_ohw == np.rint(result_ohw)).all())
    # Beyond 2^53 an integer says more digits than were computed.
    written = np.int64 if whole and np.abs(result_ohw).max() < 2**53 else np.float32
    blocks = (
        "".join(
            ",".join(row.astype(written).astype(str).tolist()) + "\n" for row in rows
        )
        for rows in result_ohw
    )
    return "\n".join(blocks).encode("ascii")


def _png(result_ohw: "NDArray[np.float32]") -> bytes:
    import numpy as np

    from cnnviz.images.saving import encode_png

    return encode_png(np.clip(np.rint(result_ohw), 0, 255).astype(np.uint8))
