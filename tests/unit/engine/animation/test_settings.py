"""Which steps are animated, how fast, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnviz.engine.animation.settings import (
    MOST_FRAMES,
    AnimationSettings,
    View,
    durations_ms,
    seconds,
)
from cnnviz.engine.errors import CnnvizError


@given(st.integers(2, 500), st.floats(0.25, 50))
def test_that_frames_last_as_long_as_was_asked_for(frames: int, speed: float) -> None:
    times = list(durations_ms(frames, speed))
    assert len(times) == frames
    assert all(time % 10 == 0 and time >= 20 for time in times)
    # No drift: rounding is to hundredths of a second, once for the whole animation.
    assert sum(times[:-1]) == pytest.approx((frames - 1) * 1000 / speed, abs=5.01)
    assert times[-1] >= 1500
    assert seconds(frames, speed) == sum(times) / 1000


@pytest.mark.parametrize("speed", [0.2, 50.1, float("nan")])
def test_that_impossible_speeds_are_refused(speed: float) -> None:
    with pytest.raises(CnnvizError) as refused:
        AnimationSettings(steps_per_second=speed)
    assert refused.value.code == "animation_speed"


@pytest.mark.parametrize("width", [479, 2561])
def test_that_impossible_widths_are_refused(width: int) -> None:
    with pytest.raises(CnnvizError) as refused:
        AnimationSettings(width=width)
    assert refused.value.code == "animation_width"


def test_that_an_unknown_view_is_refused() -> None:
    unknown: View = "far"  # type: ignore[assignment]
    with pytest.raises(CnnvizError) as refused:
        AnimationSettings(view=unknown)
    assert refused.value.code == "animation_view_unknown"


@pytest.mark.parametrize(("first", "last"), [(3, 2), (-1, 2), (0, 10), (10, None)])
def test_that_steps_outside_the_walk_are_refused(first: int, last: int | None) -> None:
    with pytest.raises(CnnvizError) as refused:
        AnimationSettings(first=first, last=last).positions(10)
    assert refused.value.code == "animation_range"


def test_that_too_many_frames_are_refused_with_their_number() -> None:
    assert len(AnimationSettings().positions(MOST_FRAMES)) == MOST_FRAMES
    with pytest.raises(CnnvizError) as refused:
        AnimationSettings().positions(MOST_FRAMES + 1)
    assert refused.value.facts == {"frames": MOST_FRAMES + 1, "limit": MOST_FRAMES}
