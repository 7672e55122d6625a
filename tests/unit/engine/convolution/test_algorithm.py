"""The code that the page shows, run: it must make the numbers of the page."""

import contextlib
import io
import re
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from cnnviz.engine.convolution.activation.activations import ActivationSpec
from cnnviz.engine.convolution.code.execution import LoopStates
from cnnviz.engine.convolution.code.loops import WIDEST, loops_of
from cnnviz.engine.convolution.code.script import (
    ScriptTexts,
    is_whole,
    run_lines,
    script_of,
)
from cnnviz.engine.convolution.kernel_presets import preset
from cnnviz.engine.convolution.operations import (
    Convolution,
    Operation,
    Pooling,
    SignalConvolution,
    TransposedConvolution,
)
from cnnviz.engine.convolution.pooling import global_pool
from cnnviz.engine.convolution.spec import (
    ConvSpec,
    PoolSpec,
    SignalSpec,
    TransposedSpec,
)
from cnnviz.engine.convolution.walk import Walk
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.samples import load_sample
from cnnviz.engine.messages.catalogue import sentence

PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3))
ACTIVATIONS = ("none", "none", "relu", "leaky_relu", "sigmoid", "tanh", "softmax")


def run(script: str) -> str:
    """Run a program in a namespace of its own and return what it printed."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(script, "copied.py", "exec"), {"__name__": "__main__"})
    return printed.getvalue()


def first_number(printed: str) -> float:
    found = re.match(r"output(?:\[\d+\])+ = (\S+)\n", printed)
    assert found, printed
    return float(found.group(1))


def is_of_whole_numbers(walk: Walk) -> bool:
    """Whether no rounding can come between the screen and Python."""
    operation = walk.operation
    parts = ("input_chw", "kernels_oikk", "kernels_iokk", "bias_o", "signal_n")
    arrays = [getattr(operation, name, None) for name in (*parts, "kernel_k")]
    averages = isinstance(operation, Pooling) and operation.spec.kind == "average"
    return (
        walk.activation.kind in ("none", "relu")
        and not averages
        and all(array is None or (array % 1 == 0).all() for array in arrays)
    )


def numbers(draw: st.DrawFn, *shape: int) -> np.ndarray:
    """Return whole numbers or fractions, as a picture or a kernel has them."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    match draw(st.sampled_from(("levels", "small", "fractions"))):
        case "levels":
            return rng.integers(0, 256, shape, dtype=np.uint8)
        case "small":
            return rng.integers(-3, 4, shape).astype(np.float32)
        case _:
            return rng.uniform(-1, 1, shape).astype(np.float32)


@st.composite
def convolutions(draw: st.DrawFn) -> Operation:
    groups, own, each = (draw(st.integers(1, 2)) for _ in range(3))
    height, width = draw(st.tuples(st.integers(1, 7), st.integers(1, 7)))
    kernel = draw(PAIRS)
    spec = ConvSpec(
        kernel=kernel,
        stride=draw(PAIRS),
        padding=draw(
            st.sampled_from(("valid", "same", "full"))
            | st.tuples(*[st.integers(0, 3)] * 2)
            | st.tuples(*[st.integers(0, 3)] * 4)
        ),
        padding_mode=draw(
            st.sampled_from(("zeros", "reflect", "replicate", "circular"))
        ),
        dilation=draw(PAIRS),
        flip=draw(st.booleans()),
        groups=groups,
    )
    return Convolution(
        numbers(draw, groups * own, height, width),
        numbers(draw, groups * each, own, *kernel).astype(np.float32),
        spec,
        draw(st.sampled_from((None, np.float32(0), np.float32(1.5))))
        and (numbers(draw, groups * each).astype(np.float32)),
    )


@st.composite
def transposed(draw: st.DrawFn) -> Operation:
    groups, own, each = (draw(st.integers(1, 2)) for _ in range(3))
    height, width = draw(st.tuples(st.integers(1, 5), st.integers(1, 5)))
    kernel = draw(PAIRS)
    spec = TransposedSpec(
        kernel=kernel,
        stride=draw(PAIRS),
        padding=draw(st.tuples(*[st.integers(0, 2)] * 2)),
        output_padding=draw(st.tuples(*[st.integers(0, 1)] * 2)),
        dilation=draw(PAIRS),
        groups=groups,
        flip=draw(st.booleans()),
    )
    bias = draw(st.booleans())
    return TransposedConvolution(
        numbers(draw, groups * own, height, width),
        numbers(draw, groups * own, each, *kernel).astype(np.float32),
        spec,
        numbers(draw, groups * each).astype(np.float32) if bias else None,
    )


@st.composite
def poolings(draw: st.DrawFn) -> Operation:
    height, width = draw(st.tuples(st.integers(1, 7), st.integers(1, 7)))
    kind = draw(st.sampled_from(("max", "average", "sum", "min")))
    spec = PoolSpec(
        kind=kind,
        size=draw(PAIRS),
        stride=draw(st.none() | PAIRS),
        padding=draw(st.tuples(*[st.integers(0, 1)] * 2)),
        counts_padding=draw(st.booleans()),
    )
    if draw(st.booleans()) and draw(st.booleans()):
        spec = global_pool(kind, (height, width))
    return Pooling(numbers(draw, draw(st.integers(1, 3)), height, width), spec)


@st.composite
def signals(draw: st.DrawFn) -> Operation:
    spec = SignalSpec(
        stride=draw(st.integers(1, 3)),
        padding=draw(st.sampled_from(("valid", "same", "full"))),
        flip=draw(st.booleans()),
    )
    signal = numbers(draw, draw(st.integers(1, 12))).astype(np.float64)
    kernel = numbers(draw, draw(st.integers(1, 4))).astype(np.float64)
    bias = numbers(draw, 1).astype(np.float64) if draw(st.booleans()) else None
    return SignalConvolution(signal, kernel, spec, bias)


@st.composite
def walks(draw: st.DrawFn) -> Walk:
    """Return any operation that there is, at any of its places."""
    strategies = (convolutions(), transposed(), poolings(), signals())
    try:
        operation = draw(st.one_of(*strategies))
        kind = draw(st.sampled_from(ACTIVATIONS))
        slope = draw(st.sampled_from((0.01, 0.2, -1.5)))
        walk = Walk(operation, ActivationSpec(kind=kind, slope=slope))
    except CnnvizError:
        reject()  # what was drawn does not fit together; another will
    channel = draw(st.integers(0, operation.outputs - 1))
    position = draw(st.integers(0, walk.steps - 1))
    return Walk(operation, walk.activation, channel, position)


many = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)


@many
@given(walk=walks(), whole=st.booleans())
def test_that_the_copied_program_prints_the_number_on_the_screen(
    walk: Walk, whole: bool
) -> None:
    printed = run(script_of(walk, largest_whole=32 if whole else 0))

    # The program itself compares with torch, and raises where they differ.
    assert printed.endswith("PyTorch computes the same.\n")
    on_screen = walk.outcome.output
    assert first_number(printed) == pytest.approx(on_screen, rel=1e-5, abs=1e-3)
    if is_of_whole_numbers(walk):
        assert first_number(printed) == on_screen
    by_torch = float(re.search(r"PyTorch: (\S+)", printed).group(1))
    assert by_torch == pytest.approx(on_screen, rel=1e-5, abs=1e-3)


@many
@given(walk=walks())
def test_that_the_loops_shown_are_the_loops_run(walk: Walk) -> None:
    loops = loops_of(walk.operation, walk.activation)

    assert loops.text in script_of(walk)
    there = run_lines(walk, loops, whole=False)
    for line, ran in zip(loops.lines, there, strict=True):
        assert ran == line.text or (line.over and " in [" in ran)
    assert max(len(line.text) for line in loops.lines) <= WIDEST
    # Groups, a transposed convolution and a softmax together are the longest.
    plain = isinstance(walk.operation, Pooling | SignalConvolution)
    assert len(loops.lines) <= (18 if plain else 26)


@many
@given(walk=walks())
def test_that_the_moments_go_through_the_loops_as_python_does(walk: Walk) -> None:
    loops = loops_of(walk.operation, walk.activation)
    moments = LoopStates(loops, walk, walk.step, walk.outcome)
    script = script_of(walk, largest_whole=0).split("print(")[0]
    ours = [moments.at(number) for number in range(moments.count)]

    ran = executed(script)

    assert [moment.addition for moment in ours[1 : moments.additions + 1]] == list(
        range(1, moments.additions + 1)
    )
    added = [moment for moment in ours if moment.role == "add"]
    text = loops.lines[added[0].line].text if added else ""
    seen = [
        values
        for line, values in ran
        if line.strip() == text.strip()
        and values.get(loops.maps_word, walk.output_channel) == walk.output_channel
    ]
    assert len(seen) == len(added)
    for moment, values in zip(added, seen, strict=True):
        assert {name: values[name] for name, _ in moment.values} == dict(moment.values)
        assert values[loops.rule.word] == pytest.approx(
            moment.result, rel=1e-5, abs=1e-4
        )
        assert moment.count == values.get("count")


def executed(script: str) -> list[tuple[str, dict[str, object]]]:
    """Return every line that ran, with the values of its names just after it."""
    lines = script.splitlines()
    seen: list[tuple[str, dict[str, object]]] = []
    last = [0]

    def trace(frame: object, event: str, _arg: object) -> object:
        if frame.f_code.co_name != "<module>" or event not in ("line", "return"):
            return trace if frame.f_code.co_name == "<module>" else None
        if last[0]:
            seen.append((lines[last[0] - 1], dict(frame.f_globals)))
        last[0] = frame.f_lineno
        return trace

    code = compile(script, "traced.py", "exec")
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        exec(code, {})
    finally:
        sys.settrace(before)
    return seen


def sobel(padding: int = 0) -> Walk:
    picture = load_sample("three").pixels_chw
    spec = ConvSpec(kernel=(3, 3), padding=(padding, padding))
    kernel = preset("sobel_x").values_hw[None, None]
    columns = picture.shape[2] - 2 + 2 * padding
    return Walk(Convolution(picture, kernel, spec), position=6 * columns + 8)


def test_that_sobel_on_the_sample_three_is_the_sum_worked_out_by_hand() -> None:
    # Row 7, column 9 of the page, counted from 1: -255 + 231 - 510 + 80 - 187.
    printed = run(script_of(sobel()))

    assert printed.startswith("output[6][8] = -641\n")
    assert "PyTorch: -641.0\n" in printed


def test_that_the_plainest_loops_have_nothing_superfluous() -> None:
    walk = sobel()

    assert loops_of(walk.operation, walk.activation).text == (
        "for row in range(26):\n"
        "    for column in range(26):\n"
        "        total = 0\n"
        "        for i in range(3):\n"
        "            for j in range(3):\n"
        "                total += picture[row + i][column + j] * kernel[i][j]\n"
        "        output[row][column] = total\n"
    )


def test_that_the_longest_loops_without_groups_still_fit_on_the_page() -> None:
    spec = ConvSpec(
        kernel=(3, 3), stride=(2, 1), padding=(1, 2, 1, 0), dilation=(1, 2), flip=True
    )
    picture, kernels = np.ones((3, 9, 9)), np.ones((4, 3, 3, 3), np.float32)
    bias = np.ones(4, np.float32)
    loops = loops_of(Convolution(picture, kernels, spec, bias), ActivationSpec())

    assert len(loops.lines) <= 18
    assert loops.lines[loops.line_of("outside")].text.strip() == (
        "if 0 <= y < height and x >= 0:"
    )


def test_that_the_whole_small_output_is_printed() -> None:
    walk = sobel(padding=1)
    printed = run(script_of(walk)).splitlines()

    rows = [[float(number) for number in line.split()] for line in printed[1:29]]

    assert np.array_equal(rows, walk.operation.compute(0)[0])


def test_that_a_fresh_python_runs_the_program_too() -> None:
    done = subprocess.run(
        [sys.executable, "-I", "-c", script_of(sobel())],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )

    assert done.stderr == ""
    assert first_number(done.stdout) == -641
    assert done.stdout.endswith("PyTorch computes the same.\n")


def test_that_without_torch_the_program_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)

    printed = run(script_of(sobel(), ScriptTexts(missing='Sem "PyTorch".')))

    assert first_number(printed) == -641
    assert printed.endswith('Sem "PyTorch".\n')


def test_that_of_a_large_picture_only_the_window_is_written() -> None:
    picture = np.arange(3 * 600 * 500, dtype=np.uint32).reshape(3, 600, 500) % 251
    kernels = np.ones((2, 3, 3, 3), np.float32)
    spec = ConvSpec(kernel=(3, 3), padding=(1, 1), padding_mode="circular")
    walk = Walk(Convolution(picture.astype(np.uint8), kernels, spec), position=0)

    script = script_of(walk)

    assert not is_whole(walk)
    assert "only the part that output[0][0][0] needs is included" in script
    assert len(script) < 4000
    assert first_number(run(script)) == walk.outcome.output


def test_that_the_sentences_can_be_in_another_language() -> None:
    texts = ScriptTexts(title="Rode este programa:\nele imprime.", agrees="Igual.")

    script = script_of(sobel(), texts)

    assert script.startswith("# Rode este programa: ele imprime.\n")
    assert run(script).endswith("Igual.\n")


def test_that_cells_in_gaps_and_beyond_the_picture_are_told_apart() -> None:
    spec = TransposedSpec(kernel=(3, 3), stride=(2, 2))
    picture, kernel = np.full((1, 2, 2), 5), np.ones((1, 1, 3, 3), np.float32)
    walk = Walk(TransposedConvolution(picture, kernel, spec), position=1)
    loops = loops_of(walk.operation, walk.activation)
    moments = LoopStates(loops, walk, walk.step, walk.outcome)

    roles = [moments.at(number).role for number in range(moments.count)]

    # Output cell (0, 1): rows -2..0 and columns -1..1 of the stretched picture.
    gap, out = "gap", "outside"
    assert roles == ["start", gap, out, gap, gap, gap, gap, gap, "add", gap, "output"]
    assert loops.lines[moments.at(1).line].text.strip() == "continue"


def test_that_a_program_of_too_many_numbers_is_refused() -> None:
    walk = Walk(Pooling(np.zeros((1, 80, 80), np.uint8), PoolSpec(size=(65, 64))))

    with pytest.raises(CnnvizError) as caught:
        script_of(walk)

    assert caught.value.code == "program_too_long"
    assert "65 × 64 cells" in sentence(caught.value)
