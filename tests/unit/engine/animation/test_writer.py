"""Animations as files: read back by Pillow, frame by frame."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnviz.engine.animation.animation import animation_of
from cnnviz.engine.animation.containers import ApngFile, Container, GifFile, WebpFile
from cnnviz.engine.animation.palette import palette_of
from cnnviz.engine.animation.settings import AnimationSettings, durations_ms
from cnnviz.engine.animation.writer import ENDINGS, write_animation
from cnnviz.engine.convolution.operations import Convolution, Pooling
from cnnviz.engine.convolution.row_blocks import Cancelled
from cnnviz.engine.convolution.spec import ConvSpec, PoolSpec
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample

KERNEL = np.array([[[[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]]], np.float32)
WALK = Walk(
    Convolution(load_sample("three").pixels_chw, KERNEL, ConvSpec(kernel=(3, 3)))
)


def read(path: Path) -> tuple[list[Image.Image], list[float], object]:
    """Return the frames, how long each stays, and how often all of them are shown."""
    frames, times = [], []
    with Image.open(path) as image:
        for number in range(image.n_frames):  # type: ignore[attr-defined]
            image.seek(number)
            image.load()
            times.append(image.info["duration"])
            frames.append(image.convert("RGB"))
        return frames, times, image.info.get("loop")


@pytest.mark.parametrize("ending", ENDINGS)
def test_that_an_animation_has_each_frame_for_as_long_as_asked(
    tmp_path: Path, ending: str
) -> None:
    settings = AnimationSettings(first=300, last=312, steps_per_second=7, width=480)
    path = tmp_path / f"animation{ending}"
    done: list[tuple[int, int]] = []
    made = write_animation(path, WALK, settings, progress=lambda *now: done.append(now))
    assert (made.frames, made.bytes) == (13, path.stat().st_size)
    assert done == [(number, 13) for number in range(1, 14)]
    frames, times, loop = read(path)
    assert times == list(durations_ms(13, 7))
    assert sum(times) / 1000 == made.seconds
    assert loop == 0
    animation = animation_of(WALK, settings)
    allowed = 24 if ending == ".gif" else 0
    for number, frame in enumerate(frames):
        asked = np.asarray(animation.frame(300 + number), int)
        assert np.abs(np.asarray(frame, int) - asked).max() <= allowed
    assert list(tmp_path.iterdir()) == [path]


def test_that_the_ground_of_a_gif_keeps_its_colour(tmp_path: Path) -> None:
    for dark, ground in ((False, (255, 255, 255)), (True, (29, 32, 39))):
        path = tmp_path / "animation.gif"
        write_animation(path, WALK, AnimationSettings(last=3, width=480, dark=dark))
        assert all(frame.getpixel((2, 2)) == ground for frame in read(path)[0])


def alike(file: Container) -> None:
    for _ in range(4):
        file.add(Image.new("RGB", (20, 11), (9, 99, 199)), 120)
    file.finish()


def test_that_frames_that_are_alike_are_kept(tmp_path: Path) -> None:
    plain = Image.new("RGB", (20, 11), (9, 99, 199))
    for ending in ("gif", "png", "webp"):
        path = tmp_path / f"animation.{ending}"
        with path.open("wb") as file:
            match ending:
                case "gif":
                    alike(GifFile(file, plain.size, palette_of([plain])))
                case "png":
                    alike(ApngFile(file, plain.size, 4))
                case _:
                    alike(WebpFile(file, plain.size))
        frames, times, _ = read(path)
        assert times == [120] * 4
        assert {frame.tobytes() for frame in frames} == {plain.tobytes()}


@pytest.mark.parametrize("ending", ENDINGS)
def test_that_a_cancelled_animation_leaves_nothing(tmp_path: Path, ending: str) -> None:
    seen: list[int] = []
    with pytest.raises(Cancelled):
        write_animation(
            tmp_path / f"animation{ending}",
            WALK,
            AnimationSettings(width=480),
            progress=lambda done, _: seen.append(done),
            is_cancelled=lambda: len(seen) >= 3,
        )
    assert seen == [1, 2, 3]
    assert not list(tmp_path.iterdir())


def test_that_a_cancelled_animation_leaves_the_one_that_was_there(
    tmp_path: Path,
) -> None:
    path = tmp_path / "animation.gif"
    path.write_bytes(b"before")
    with pytest.raises(Cancelled):
        write_animation(path, WALK, AnimationSettings(), is_cancelled=lambda: True)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_that_an_error_half_way_leaves_nothing(tmp_path: Path) -> None:
    def fail(_done: int, _total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(CnnvizError) as failed:
        write_animation(
            tmp_path / "animation.webp",
            WALK,
            AnimationSettings(width=480),
            progress=fail,
        )
    assert failed.value.code == "file_unwritable"
    assert failed.value.facts["reason"] == "No space left on device"
    assert not list(tmp_path.iterdir())


def test_that_an_animation_needs_no_more_memory_the_longer_it_is(
    tmp_path: Path,
) -> None:
    picture = np.random.default_rng(3).integers(0, 256, (1, 40, 8), dtype=np.uint8)
    walk = Walk(Pooling(picture, PoolSpec(size=(1, 1))))
    peaks = []
    for last in (20, 20, 300):  # the first fills the caches of letters
        tracemalloc.start()
        write_animation(
            tmp_path / "animation.gif", walk, AnimationSettings(last=last, width=480)
        )
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    # 280 more frames, even in indices, would be 40 million bytes.
    assert peaks[2] - peaks[1] < 8e6


@pytest.mark.parametrize("name", ["animation.mp4", "animation", "animation.jpg"])
def test_that_other_endings_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CnnvizError) as refused:
        write_animation(tmp_path / name, WALK, AnimationSettings())
    assert refused.value.code == "animation_ending"
