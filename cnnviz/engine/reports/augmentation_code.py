"""How pictures were changed before a run learned from them, as lines of PyTorch."""

from collections.abc import Iterator
from typing import Final

from cnnviz.engine.training.data.augmentation import LOTS, Augmentation

_HEAD: Final = f'''

# What is drawn for each picture, from where the run drew it.
CHANCE = torch.Generator().manual_seed(SEED ^ 0x{LOTS:X})


def either_way(amount, count):
    """Return a number for each picture, at most so far from 0."""
    return amount * (2 * torch.rand(count, generator=CHANCE) - 1)
'''

_BELLS: Final = '''

def bells(count):
    """Return a smooth bump for each of a few places along a side."""
    few = min(8, max(2, round(count / 5) + 1))
    places = torch.linspace(0, count - 1, few)[:, None]
    bumps = torch.exp(-(((torch.arange(count) - places) / max(1, (count - 1) / (few - 1))) ** 2))
    return bumps / (bumps**2).sum(dim=0).sqrt()
'''

_CHANGED: Final = '''

def changed(x):
    """Return a batch of pictures, each changed by chance."""
    count, channels, height, width = x.shape
    x = x.float()
'''

_PLACES: Final = """\
    cos, sin = rotate.cos(), rotate.sin()
    # From the middle: the place in the picture that each pixel of the result is taken from.
    column = torch.stack([cos + lean * sin, sin - lean * cos], dim=1) * side[:, None]
    row = torch.stack([-sin, cos], dim=1) * size[:, None]
    middles = [torch.arange(cells) - (cells - 1) / 2 for cells in (width, height)]
    places = torch.stack(torch.meshgrid(*middles, indexing="xy"), dim=-1)
    places = places - torch.stack([right, down], dim=1)[:, None, None]
    places = places @ torch.stack([column, row], dim=2)[:, None]
"""

_ELASTIC: Final = """\
    spread = torch.kron(bells(height), bells(width))
    bends = torch.randn((2 * count, len(spread)), generator=CHANCE) @ spread
    places = places + {elastic!r} * bends.view(2, count, height, width).permute(1, 2, 3, 0)
"""

_SAMPLE: Final = """\
    places = places * torch.tensor([2 / width, 2 / height])
    beyond = "zeros" if channels == 1 else "border"
    x = F.grid_sample(x, places, padding_mode=beyond, align_corners=False)
"""

_THICKNESS: Final = """\
    left = either_way({thickness!r}, count)[:, None, None, None]
    sign = torch.where(left < 0, -1.0, 1.0)
    x, left = x * sign, left.abs()
    for _ in range(math.ceil(left.max().item())):
        across, along = F.max_pool2d(x, (1, 3), 1, (0, 1)), F.max_pool2d(x, (3, 1), 1, (1, 0))
        x = torch.lerp(x, torch.maximum(across, along), left.clamp(0, 1))
        left = left - 1
    x = x * sign
"""

_ERASE: Final = """\
    sides = torch.tensor([height, width], dtype=torch.float32)
    drawn = torch.rand((2, count, 2), generator=CHANCE)
    lengths = (drawn[0] * {erase!r} * sides).round()
    first = (drawn[1] * (sides - lengths + 1)).floor()
    inside = torch.ones(count, 1, height, width, dtype=torch.bool)
    for axis, cells in enumerate((torch.arange(height)[:, None], torch.arange(width))):
        begin = first[:, axis, None, None, None]
        inside &= (cells >= begin) & (cells < begin + lengths[:, axis, None, None, None])
    x = x.masked_fill(inside, 0)
"""

_NOISE: Final = """\
    x = x + 255 * {noise!r} * torch.randn(x.shape, generator=CHANCE)
"""


def augmentation_code(asked: Augmentation) -> str:
    """Return ``changed``, a function of a batch, that draws and does what a run did.

    It holds what was asked for only, and nothing where that is nothing.
    """
    return "".join(_parts(asked)) if asked.changes else ""


def _parts(asked: Augmentation) -> Iterator[str]:
    yield _HEAD
    if asked.elastic:
        yield _BELLS
    yield _CHANGED
    if asked.moves:
        yield from _drawn(asked)
        yield _PLACES
        if asked.elastic:
            yield _ELASTIC.format(elastic=asked.elastic)
        yield _SAMPLE
    if asked.thickness:
        yield _THICKNESS.format(thickness=asked.thickness)
    if asked.erase:
        yield _ERASE.format(erase=asked.erase)
    if asked.noise:
        yield _NOISE.format(noise=asked.noise)
    yield "    return x.clamp(0, 255)\n"


def _drawn(asked: Augmentation) -> Iterator[str]:
    """Yield the lines that draw how far each picture is moved, in the order of the run."""
    for name, amount, of in (
        ("rotate", asked.rotate, "math.radians({!r})"),
        ("right", asked.shift, "{!r}"),
        ("down", asked.shift, "{!r}"),
        ("zoom", asked.zoom, "{!r}"),
        ("shear", asked.shear, "math.radians({!r})"),
    ):
        drawn = f"either_way({of.format(amount)}, count)"
        yield f"    {name} = {drawn if amount else 'torch.zeros(count)'}\n"
    yield "    size, lean = 1 / (1 + zoom), shear.tan()\n"
    if asked.mirror:
        yield f"    mirrored = torch.rand(count, generator=CHANCE) < {asked.mirror!r}\n"
        yield "    side = torch.where(mirrored, -size, size)\n"
    else:
        yield "    side = size\n"
