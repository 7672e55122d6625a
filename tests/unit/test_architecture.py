"""The rules that hold the floors apart, where import-linter cannot see them."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from cnnviz.cli.main import COMMANDS

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "cnnviz"


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def sources(*patterns: str) -> list[Path]:
    """Return the modules of folders, ``*`` standing for any name; of all without one."""
    folders = [path for one in patterns for path in PACKAGE.glob(one) if path.is_dir()]
    if not patterns:
        folders = [PACKAGE]
    found = sorted({path for folder in folders for path in folder.rglob("*.py")})
    # A folder that was moved must not switch a check off.
    assert found, f"no module in {patterns}"
    return found


def modules_of_tests() -> list[Path]:
    found = sorted((ROOT / "tests").rglob("*.py"))
    assert len(found) > 100
    return found


WIDGETS = ("ui", "shell", "pages/*/views")
"""Where widgets are; the files of ``PROCESS`` in the shell make none."""
PROCESS = {
    "log_setup.py",
    "qt_log.py",
    "crash_log.py",
    "error_hooks.py",
    "os_signals.py",
    "gc_timer.py",
}
NO_WIDGETS = ("state", "pages/*/presenters", "pages/*/model")
"""What stands between the engine and the widgets."""


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def place(path: Path, node: ast.expr | ast.stmt) -> str:
    return f"{path.relative_to(ROOT)}:{node.lineno}"


def imports(path: Path) -> Iterator[tuple[str, tuple[str, ...], ast.stmt]]:
    """Yield every import, wherever it stands: the module and the names taken of it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((name.name, (), node) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, tuple(name.name for name in node.names), node


def modules_of(*patterns: str) -> list[str]:
    return [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in sources(*patterns)
    ]


def loaded_by(*modules: str) -> set[str]:
    """Return the top-level packages that a new Python has after importing modules."""
    code = (
        "import importlib, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_that_the_command_line_starts_without_qt_and_torch() -> None:
    assert not loaded_by("cnnviz.cli.main") & {"PySide6", "pyqtgraph", "torch"}


def test_that_every_command_loads_without_qt_and_torch() -> None:
    commands = [f"cnnviz.cli.{name}" for name in (*COMMANDS, "window")]
    assert not loaded_by(*commands) & {"PySide6", "pyqtgraph", "torch"}


def test_that_the_engine_loads_without_qt() -> None:
    modules = modules_of("engine")
    assert not loaded_by(*modules) & {"PySide6", "pyqtgraph"}


def test_that_the_window_loads_without_torch() -> None:
    modules = ["cnnviz.app", *modules_of("ui", "shell", "pages", "state")]
    assert "torch" not in loaded_by(*modules)


def test_that_the_window_opens_without_plots_and_readers_of_rare_files() -> None:
    # Each takes some 0.1 s: it is loaded by the page, tool or file that needs it.
    assert not loaded_by("cnnviz.app") & {"pyqtgraph", "pickletools", "onnx"}


def test_that_convolution_and_images_load_numpy_and_pillow_only() -> None:
    modules = modules_of("engine/convolution", "engine/images", "engine/animation")
    assert not loaded_by(*modules) & {"PySide6", "torch", "scipy", "pyqtgraph"}


def test_that_networks_answer_without_torch() -> None:
    of_torch = {
        f"cnnviz.engine.networks.{name}"
        for name in ("build", "quick_order", "layers.modules")
    }
    modules = set(modules_of("engine/networks", "engine/explain"))
    assert of_torch < modules
    assert "torch" not in loaded_by(*sorted(modules - of_torch))


def test_that_state_and_presenters_take_of_qt_the_core_and_the_undo_classes_only() -> (
    None
):
    undo = {"QUndoStack", "QUndoCommand"}
    wrong = [
        f"{place(path, node)} imports {module} {' '.join(names)}"
        for path in sources(*NO_WIDGETS)
        for module, names, node in imports(path)
        if module.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph")
        and module != "PySide6.QtCore"
        and not (module == "PySide6.QtGui" and set(names) <= undo)
    ]
    assert not wrong


def test_that_the_engine_names_no_qt() -> None:
    wrong = [
        place(path, node)
        for path in sources("engine")
        for module, _, node in imports(path)
        if module.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph")
    ]
    assert not wrong


def test_that_pyqtgraph_stays_in_plots_and_tiles() -> None:
    wrong = [
        place(path, node)
        for path in sources(*WIDGETS)
        if not {"plots", "tiles"} & set(path.parts)
        for module, _, node in imports(path)
        if module.partition(".")[0] == "pyqtgraph"
    ]
    assert not wrong


def test_that_widgets_open_no_file() -> None:
    wrong = [
        place(path, call)
        for path in sources(*WIDGETS)
        if path.name not in PROCESS
        for call in calls(path)
        if ast.unparse(call.func) == "open"
        or ast.unparse(call.func).endswith((".write_text", ".write_bytes", ".mkdir"))
    ]
    assert not wrong


@pytest.mark.parametrize(
    ("method", "instead"),
    [
        ("terminate", "CancellableThread.cancel and wait"),
        (
            "isInterruptionRequested",
            "CancellableThread.is_cancelled: any thread may ask",
        ),
        ("processEvents", "a signal, or a worker"),
        ("instance", "pass what is needed to the constructor"),
    ],
)
def test_that_nothing_calls_a_forbidden_qt_method(method: str, instead: str) -> None:
    owners = {"QApplication", "QGuiApplication", "QCoreApplication"}
    wrong = [
        f"{place(path, call)}: {instead}"
        for path in sources()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == method
        and (method != "instance" or ast.unparse(call.func.value) in owners)
    ]
    assert not wrong


def is_painter(called: ast.expr) -> bool:
    return ast.unparse(called) in ("QPainter", "QStylePainter")


def test_that_every_painter_is_ended_whatever_goes_wrong() -> None:
    guarded, loose = 0, []
    for path in sources():
        tree = ast.parse(path.read_text("utf-8"))
        held = {
            id(item.context_expr)
            for node in ast.walk(tree)
            if isinstance(node, ast.With)
            for item in node.items
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and is_painter(node.func):
                guarded += id(node) in held
                loose += [] if id(node) in held else [place(path, node)]
    assert guarded > 20
    assert not loose


def test_that_no_lambda_is_connected_to_a_signal() -> None:
    wrong = [
        place(path, call)
        for path in sources()
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "connect"
        and any(isinstance(part, ast.Lambda) for part in call.args)
    ]
    assert not wrong


def test_that_nothing_in_the_program_sleeps_and_no_test_waits_a_fixed_time() -> None:
    fixed = ("sleep", "msleep", "usleep", "qSleep", "qWait", "qtbot.wait")
    paths = [*sources(), *modules_of_tests()]
    wrong = [
        place(path, call)
        for path in paths
        for call in calls(path)
        if (name := ast.unparse(call.func)) in fixed
        or name.endswith(tuple(f".{last}" for last in fixed))
    ]
    assert not wrong


def test_that_no_test_constructs_an_application() -> None:
    kinds = {"QApplication", "QGuiApplication", "QCoreApplication"}
    wrong = [
        place(path, call)
        for path in modules_of_tests()
        if "benchmarks" not in path.parts
        for call in calls(path)
        if ast.unparse(call.func).rpartition(".")[2] in kinds
    ]
    assert not wrong


def test_that_every_test_name_says_what_is_observed() -> None:
    empty = ("works", "correctly", "as_expected", "properly")
    wrong = [
        f"{place(path, node)} {node.name}"
        for path in modules_of_tests()
        if path.name.startswith("test_")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and (not node.name.startswith("test_that_") or node.name.endswith(empty))
    ]
    assert not wrong


@pytest.mark.parametrize(("paths", "most"), [(sources, 350), (modules_of_tests, 500)])
def test_that_no_file_is_longer_than_its_kind_may_be(
    paths: Callable[[], list[Path]], most: int
) -> None:
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in paths()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > most
    ]
    assert not long


def test_that_no_folder_holds_more_than_25_modules() -> None:
    held = Counter(path.parent.relative_to(ROOT).as_posix() for path in sources())
    assert not {folder: count for folder, count in held.items() if count > 25}


def test_that_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "manager", "misc", "common"}
    assert not [path.name for path in sources() if path.stem in drawers]


def test_that_the_packaged_files_name_no_machine() -> None:
    suffixes = {".py", ".toml", ".txt", ".sh", ".md", ".ts", ".json", ".svg"}
    folders = ("cnnviz", "packaging", "resources", "docs", "tests")
    loose = [ROOT / name for name in ("Makefile", "README.md", "pyproject.toml")]
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    assert len(paths) > 500
    traces = [f"/{folder}/" for folder in ("work", "root")]
    wrong = [
        f"{path.relative_to(ROOT)} has {trace}"
        for path in [*loose, *paths]
        if path.suffix in suffixes or path.name == "Makefile"
        for trace in traces
        if trace in path.read_text(encoding="utf-8")
    ]
    assert not wrong


TEXT_SETTERS = {
    "setAccessibleDescription",
    "setAccessibleName",
    "setInformativeText",
    "setPlaceholderText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setText",
    "setTitle",
    "set_tip",
    "setWhatsThis",
    "setWindowTitle",
}
TEXT_WIDGETS = {
    "QAction",
    "QCheckBox",
    "QGroupBox",
    "QLabel",
    "QPushButton",
    "QRadioButton",
}


def words(node: ast.expr) -> bool:
    """Whether an expression is a literal, or an f-string, with a word in it."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    values = [part.value for part in parts if isinstance(part, ast.Constant)]
    text = " ".join(value for value in values if isinstance(value, str))
    no_words = r"<[^>]*>|&\w+;|cnnviz"  # tags, signs, and our own name
    return bool(re.search(r"[^\W\d_]{2}", re.sub(no_words, "", text)))


def test_that_every_tip_goes_through_what_keeps_it_plain() -> None:
    wrong = [
        place(path, call)
        for path in sources(*WIDGETS)
        if path.relative_to(PACKAGE).as_posix() != "ui/page.py"
        for call in calls(path)
        if ast.unparse(call.func).endswith((".setToolTip", "QToolTip.showText"))
    ]
    assert not wrong, "use set_tip or retip: a tip may hold the name of a file"


def test_that_no_text_of_a_widget_escapes_translation() -> None:
    wrong = [
        place(path, call)
        for path in sources(*WIDGETS)
        for call in calls(path)
        if ast.unparse(call.func).rpartition(".")[2] in TEXT_SETTERS | TEXT_WIDGETS
        and any(words(part) for part in call.args)
    ]
    assert not wrong


def test_that_every_translation_is_complete() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "translations.py", "--check"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
