"""``cnnviz maps``: the feature maps that a layer makes of a picture."""

import argparse
from pathlib import Path
from typing import Final

from cnnviz.cli.console.argparse_ext import Commands, add_command
from cnnviz.cli.files.encoders import add_out_option
from cnnviz.cli.network_options import add_layer_options, given_network_files, traced
from cnnviz.engine.shown_text import escaped

_EPILOG: Final = """\
results
  .npy  float32, channels x rows x columns, after the named layer
  .csv  one row a line; maps are separated by an empty line
  .png  all maps side by side, in one range of colours

examples
  cnnviz maps seven.png --network lenet5 --layer c3_relu --out c3.png
  cnnviz maps photo.jpg --network alexnet --weights alexnet.safetensors --layer conv1 --out conv1.npy
  cnnviz maps hand.png --network sign-language --layer bn1 --batch-statistics --out bn1.png"""


def add_parser(commands: Commands) -> None:
    """Add the command and its options."""
    parser = add_command(
        commands,
        "maps",
        run,
        summary="write the feature maps that a layer makes of a picture",
        description="Write the feature maps that a layer makes of a picture.",
        epilog=_EPILOG,
    )
    add_layer_options(parser)
    add_out_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run the network, write the maps, say what was written."""
    from cnnviz.cli.files.output_paths import check_writable, write_atomically
    from cnnviz.engine.networks.files.map_files import encode_maps

    out: Path = arguments.out
    check_writable(out, Path(arguments.picture), *given_network_files(arguments))
    _, _, trace = traced(arguments)
    layer = next(one for one in trace.layers if one.name == arguments.layer)
    write_atomically(out, encode_maps(layer, out.suffix.lower()))
    shape = " × ".join(map(str, layer.values.shape))
    low, high = layer.values.min(), layer.values.max()
    print(f"{escaped(str(out))}: {layer.name}, {shape}, from {low:g} to {high:g}")
    return 0
