"""The ``cnnviz`` command as a whole."""

import os
import signal
import subprocess
import sys
import types
from pathlib import Path
from time import monotonic

import pytest

from cnnviz import __version__
from cnnviz.cli.main import COMMANDS, main
from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.images.files.saving import encode_png
from cnnviz.engine.images.samples import load_sample


class FakeWindow(types.ModuleType):
    """Stands for cnnviz.cli.window: keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__("cnnviz.cli.window")
        self.opened: list[str | None] = []
        self.error: BaseException | None = None

    def run(self, picture: str | None) -> int:
        self.opened.append(picture)
        if self.error is not None:
            raise self.error
        return 0


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> FakeWindow:
    fake = FakeWindow()
    monkeypatch.setitem(sys.modules, fake.__name__, fake)
    return fake


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "three.png"
    path.write_bytes(encode_png(load_sample("three").pixels_chw))
    return path


def usage_error(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """Return what is printed when words make no sense, having seen code 2."""
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("usage: cnnviz")
    return err.strip().splitlines()[-1]


def test_that_no_words_open_the_window(window: FakeWindow) -> None:
    assert main([]) == 0
    assert window.opened == [None]


def test_that_a_picture_opens_in_the_window(window: FakeWindow, picture: Path) -> None:
    assert main([str(picture)]) == 0
    assert main(["--", str(picture)]) == 0
    assert window.opened == [str(picture)] * 2


def test_that_a_file_named_like_a_command_opens_by_its_path(
    window: FakeWindow, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture.rename(picture.with_name("conv"))
    monkeypatch.chdir(picture.parent)
    for words in (["./conv"], ["--", "conv"]):
        assert main(words) == 0
    assert window.opened == ["./conv", "conv"]


def test_that_a_folder_of_runs_opens_the_window_and_no_other_folder(
    window: FakeWindow, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    runs = tmp_path / "sweep"
    (runs / "lr-0.1").mkdir(parents=True)
    with pytest.raises(SystemExit):
        main([str(runs)])
    assert "neither a command nor an existing file" in capsys.readouterr().err
    (runs / "lr-0.1" / "settings.json").write_text("{}")
    for folder in (runs, runs / "lr-0.1"):
        assert main([str(folder)]) == 0
        assert window.opened[-1] == str(folder)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("absent.png", "'absent.png' is neither a command nor an existing file"),
        ("cnov", "Did you mean conv?"),
        ("", "neither a command nor an existing file"),
    ],
)
def test_that_an_unknown_word_is_wrong_usage(
    word: str,
    expected: str,
    window: FakeWindow,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert expected in usage_error([word], capsys)
    assert window.opened == []


def test_that_a_folder_is_no_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "nor an existing file" in usage_error([str(tmp_path)], capsys)


def test_that_two_pictures_are_one_too_many(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "one file at a time" in usage_error([str(picture)] * 2, capsys)


@pytest.mark.parametrize("word", ["--frobnicate", "-x", "-1"])
def test_that_an_unknown_option_is_wrong_usage(
    word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert word in usage_error([word], capsys)


def test_that_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"cnnviz {__version__}\n"


def test_that_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    for command in COMMANDS:
        assert any(line.split()[:1] == [command] for line in lines), command


@pytest.mark.parametrize("command", COMMANDS)
def test_that_every_command_explains_itself(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([command, "--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: cnnviz {command} ")


def test_that_a_refusal_is_one_line_and_code_one(
    window: FakeWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.error = CnnvizError("file_not_found", file="odd\nname.png")
    assert main([]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "cnnviz: There is no file odd name.png. Check the name and the folder.\n"
    )


def test_that_too_little_memory_is_said_in_words(
    window: FakeWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.error = MemoryError()
    assert main([]) == 1
    assert "not enough memory" in capsys.readouterr().err


def test_that_an_interruption_ends_with_130_and_no_words(
    window: FakeWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    window.error = KeyboardInterrupt()
    assert main([]) == 130
    assert capsys.readouterr().err == ""


def test_that_a_closed_pipe_is_quiet(picture: Path, tmp_path: Path) -> None:
    # The reader is gone before anything is written.
    reader, writer = os.pipe()
    os.close(reader)
    words = ["conv", str(picture), "--kernel=sobel_x", f"--out={tmp_path / 'o.npy'}"]
    process = subprocess.run(
        [sys.executable, "-m", "cnnviz", *words],
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert process.stderr == b""
    assert process.returncode == 1


def ending(words: list[str], *, stdout: int | None = None, prefix: str = "") -> str:
    """Return what a run of its own says on stderr, having seen code 1 and one line."""
    script = f"{prefix}import sys; from cnnviz.cli.main import main; "
    script += f"sys.exit(main({words!r}))"
    process = subprocess.run(
        [sys.executable, "-c", script],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert process.returncode == 1
    assert process.stderr.count("\n") == 1, process.stderr
    return process.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
def test_that_a_full_disk_behind_the_output_is_one_line() -> None:
    with open("/dev/full", "wb") as full:
        said = ending(["summary", "lenet5"], stdout=full.fileno())
    assert said.startswith(
        "cnnviz: The operating system reported an error: No space left on device."
    )


def test_that_a_closed_output_is_no_reason_to_stumble() -> None:
    # What the shell's >&- leaves behind.
    closed = "import sys; sys.stdout = None; "
    assert "There is no file absent" in ending(["classify", "absent"], prefix=closed)


@pytest.mark.parametrize(
    "words", [["conv", "p.png", "--out", "o.npy", "--kernel", "n" * 300], ["n" * 300]]
)
def test_that_a_name_that_no_file_can_have_is_wrong_usage(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    said = usage_error(words, capsys)
    assert "n" * 60 + "…'" in said
    assert len(said) < 400


def test_that_an_output_name_that_no_file_can_have_is_one_line(
    picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = picture.with_name("n" * 300 + ".npy")
    words = ["conv", str(picture), "--kernel", "emboss", "--out", str(out)]
    assert main(words) == 1
    assert capsys.readouterr().err.count("\n") == 1


def loaded_modules(*words: str) -> set[str]:
    """Return the modules that a run of the program has imported."""
    script = (
        "import sys\n"
        "from cnnviz.cli.main import main\n"
        "try:\n"
        f"    main({list(words)!r})\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('modules:', *sys.modules)\n"
    )
    process = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(process.stdout.rsplit("modules:", 1)[1].split())


def test_that_conv_loads_neither_qt_nor_torch(picture: Path, tmp_path: Path) -> None:
    modules = loaded_modules(
        "conv", str(picture), "--kernel", "sobel_x", "--out", str(tmp_path / "o.png")
    )
    assert (tmp_path / "o.png").exists()
    assert not modules & {"PySide6", "pyqtgraph", "torch"}


def test_that_summary_loads_neither_qt_nor_torch() -> None:
    modules = loaded_modules("summary", "lenet5", "--json")
    assert not modules & {"PySide6", "pyqtgraph", "torch"}


def test_that_classify_and_train_load_no_qt(picture: Path, tmp_path: Path) -> None:
    modules = loaded_modules("classify", str(picture))
    modules |= loaded_modules("train", "lenet5", "--data", str(tmp_path))
    assert not modules & {"PySide6", "pyqtgraph"}


def test_that_help_loads_nothing_heavy() -> None:
    modules = loaded_modules("--help")
    assert not modules & {"PySide6", "pyqtgraph", "torch", "numpy", "PIL"}


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_that_being_told_to_stop_leaves_nothing_half_done(
    name: str, picture: Path, tmp_path: Path
) -> None:
    number = getattr(signal, name, None)
    if number is None or sys.platform == "win32":
        pytest.skip("no such signal to send")
    folder = tmp_path / "animations"
    folder.mkdir()
    words = ["animate", "conv", str(picture), "--kernel=box_blur", "--width=1280"]
    process = subprocess.Popen(
        [sys.executable, "-m", "cnnviz", *words, f"--out={folder / 'animation.webp'}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        # nohup, which may have started this suite, hands on that SIGHUP is ignored.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),
    )
    try:
        deadline = monotonic() + 60
        while not any(folder.iterdir()):
            assert monotonic() < deadline
            assert process.poll() is None
        process.send_signal(number)
        _, error = process.communicate(timeout=60)
    finally:
        process.kill()
    assert process.returncode == 128 + number
    assert error == b""
    assert not list(folder.iterdir())


def test_that_signals_are_as_before_after_a_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    assert main(["summary", "lenet5"]) == 0
    assert signal.getsignal(signal.SIGTERM) is before


def test_that_words_that_are_too_many_show_the_usage_of_their_command(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in (["summary", "lenet5"], ["animate", "pool", "p.png", "--kind=max"]):
        more = [] if words[0] == "summary" else ["--size=2", "--out=a.gif"]
        with pytest.raises(SystemExit) as caught:
            main([*words, *more, "--frobnicate"])
        assert caught.value.code == 2
        err = capsys.readouterr().err
        name = "summary" if words[0] == "summary" else "animate pool"
        assert err.startswith(f"usage: cnnviz {name} ")
        assert "unrecognized arguments: --frobnicate" in err


def test_that_an_unknown_option_before_a_word_lists_no_empty_choice(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert usage_error(["--foo", "bar"], capsys).endswith(
        "'--foo' is not an option of cnnviz"
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is full")
@pytest.mark.parametrize("words", [["--help"], ["conv", "--help"], ["--version"]])
def test_that_help_that_cannot_be_printed_is_a_failure(words: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        said = ending(words, stdout=full.fileno())
    assert "No space left on device" in said
