"""The one reader of packaged files."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def resource(*parts: str) -> Traversable:
    """Return a packaged file or folder, e.g. ``resource("weights", "lenet5.safetensors")``.

    In a wheel the files lie in ``cnnviz/_resources``; in a checkout they lie in
    ``resources/`` beside the package, the guide in ``docs/``. The file need not exist.
    """
    packaged = files("cnnviz").joinpath("_resources")
    if packaged.is_dir():
        return packaged.joinpath(*parts)
    beside = "docs" if parts[:1] == ("guide",) else "resources"
    return Path(__file__).parent.parent.parent.joinpath(beside, *parts)
