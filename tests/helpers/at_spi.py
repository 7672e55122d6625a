"""The program as another one finds it over AT-SPI, the way of screen readers on Linux."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

LAUNCHERS: Final = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
    "/usr/lib/at-spi-bus-launcher",
)
ROOT: Final = "/org/a11y/atspi/accessible/root"
REGISTRY: Final = "/org/a11y/atspi/registry"
ACCESSIBLE: Final = "org.a11y.atspi.Accessible"
ACTION: Final = "org.a11y.atspi.Action"
EVENTS: Final = "org.a11y.atspi.Event.Object"
SHOWING, FOCUSABLE = 25, 11
"""Bits of a state, of the enumeration ``AtspiStateType``."""

SECONDS: Final = 30

PROGRAM: Final = """
import cnnviz.app
real = cnnviz.app.build

def build(*given, **named):
    session = real(*given, **named)
    # No window manager runs here, that would give it the keyboard.
    session.window.first_painted.connect(session.window.activateWindow)
    return session

cnnviz.app.build = build
cnnviz.app.main()
"""


def why_not() -> str:
    """Return what is missing to look over AT-SPI; empty where all is there."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is Linux's"
    missing = [name for name in ("Xvfb", "dbus-daemon") if not shutil.which(name)]
    if not any(map(os.path.exists, LAUNCHERS)):
        missing.append("at-spi2-core")
    try:
        import jeepney  # noqa: F401
    except ImportError:
        missing.append("jeepney")
    return f"needs {', '.join(missing)}" if missing else ""


@contextmanager
def started(*command: str, reads: bool = False, **around: str) -> Iterator[str]:
    """Run a program of our own beside the test; with ``reads``, its first line."""
    environment = {**os.environ, **around}
    output = subprocess.PIPE if reads else subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, stdout=output, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            yield process.stdout.readline().strip() if process.stdout else ""
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


@dataclass(frozen=True)
class Thing:
    """Something that a screen reader finds."""

    name: str
    role: str
    path: str
    is_focusable: bool
    depth: int


class Reader:
    """Asks the one program on the bus what a screen reader asks it."""

    def __init__(self, address: str) -> None:
        from jeepney.io.blocking import open_dbus_connection

        self._bus = open_dbus_connection(address)
        self._program = ""

    def close(self) -> None:
        """Leave the bus."""
        self._bus.close()

    def _ask(self, path: str, interface: str, method: str, *given: Any) -> Any:
        from jeepney import DBusAddress, MessageType, new_method_call

        signature = given[0] if given else None
        message = new_method_call(
            DBusAddress(path, self._program, interface), method, signature, given[1:]
        )
        answer = self._bus.send_and_get_reply(message, timeout=SECONDS)
        if answer.header.message_type is MessageType.error:
            raise LookupError(answer.body)
        return answer.body[0]

    def want_focus(self) -> None:
        """Ask to be told where the focus goes: before the program is started.

        One that runs hears of the wish later than of the first key, and tells nothing.
        """
        name = "org.a11y.atspi.Registry"
        self._tell(REGISTRY, name, "RegisterEvent", "s", "object:state-changed:focused")

    def await_program(self) -> None:
        """Wait until the program has come to the bus with a window."""

        def is_there() -> bool:
            self._program = "org.a11y.atspi.Registry"
            for program, _ in self.children(ROOT):
                self._program = program
                return bool(self.children(ROOT))
            return False

        wait_until(is_there)

    def children(self, path: str) -> list[tuple[str, str]]:
        """Return program and path of everything right below."""
        return list(self._ask(path, ACCESSIBLE, "GetChildren"))

    def name(self, path: str) -> str:
        """Return what is said of something first."""
        properties = "org.freedesktop.DBus.Properties"
        return str(self._ask(path, properties, "Get", "ss", ACCESSIBLE, "Name")[1])

    def role(self, path: str) -> str:
        """Return what kind of thing something is."""
        return str(self._ask(path, ACCESSIBLE, "GetRoleName"))

    def states(self, path: str) -> int:
        """Return the bits of a thing's state."""
        low, high = self._ask(path, ACCESSIBLE, "GetState")
        return int(low | high << 32)

    def press(self, path: str) -> None:
        """Do the first thing that can be done with something."""
        self._ask(path, ACTION, "DoAction", "i", 0)

    def shown(
        self, path: str = ROOT, depth: int = 0, most_cells: int = 8
    ) -> Iterator[Thing]:
        """Yield all that is on the screen below something, but for most cells."""
        states = self.states(path) if depth else 1 << SHOWING
        if not states >> SHOWING & 1:
            return
        role = self.role(path)
        is_focusable = bool(states >> FOCUSABLE & 1)
        yield Thing(self.name(path), role, path, is_focusable, depth)
        below = [child for _, child in self.children(path)]
        for child in below[:most_cells] if role == "table" else below:
            yield from self.shown(child, depth + 1, most_cells)

    def focus(self, path: str) -> None:
        """Give something the keyboard."""
        self._ask(path, "org.a11y.atspi.Component", "GrabFocus")

    def heard_after(self, key: int) -> str:
        """Press a key, an X key symbol; return the name of what has the focus after."""
        from jeepney import HeaderFields, MatchRule, message_bus

        keys = f"{REGISTRY}/deviceeventcontroller"
        rule = MatchRule(type="signal", interface=EVENTS, member="StateChanged")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        with self._bus.filter(rule, bufsize=100) as told:
            device = "org.a11y.atspi.DeviceEventController"
            press_symbol = 3
            self._tell(
                keys, device, "GenerateKeyboardEvent", "isu", key, "", press_symbol
            )
            while True:
                event = self._bus.recv_until_filtered(told, timeout=SECONDS)
                if event.body[:2] == ("focused", 1):
                    return self.name(event.header.fields[HeaderFields.path])

    def _tell(self, path: str, interface: str, method: str, *given: Any) -> None:
        from jeepney import DBusAddress, new_method_call

        where = DBusAddress(path, "org.a11y.atspi.Registry", interface)
        self._bus.send_and_get_reply(
            new_method_call(where, method, given[0], given[1:]), timeout=SECONDS
        )


def wait_until(is_so: Callable[[], bool]) -> None:
    """Ask again and again, for half a minute at most."""
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if is_so():
                return
        except LookupError:
            pass
        select.select([], [], [], 0.05)  # the other program needs the processor
    raise TimeoutError


@contextmanager
def read_program(home: Path, level: str = "everything") -> Iterator[Reader]:
    """Start the real program on a screen and buses of its own; yield what asks it."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    config = home / "config" / "cnnviz"
    config.mkdir(parents=True, exist_ok=True)
    for name in ("cnnviz.ini", "cnnviz.conf"):
        words = f"[General]\nlanguage=en\nlevel={level}\nreduced_motion=true\nstart_seen=true\n"
        (config / name).write_text(words, encoding="utf-8")
    with ExitStack() as all_of_it:
        enter = all_of_it.enter_context
        screen = ("-screen", "0", "1280x800x24")
        display = enter(started("Xvfb", "-displayfd", "1", *screen, reads=True))
        session = enter(
            started(
                "dbus-daemon", "--session", "--nofork", "--print-address=1", reads=True
            )
        )
        around = {
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": session,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_RUNTIME_DIR": str(home),
        }
        launcher = next(filter(os.path.exists, LAUNCHERS))
        enter(started(launcher, "--launch-immediately", **around))
        bus = open_dbus_connection(session)
        all_of_it.callback(bus.close)
        where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        found: list[str] = []

        def has_bus() -> bool:
            answer = bus.send_and_get_reply(new_method_call(where, "GetAddress"))
            found.append(str(answer.body[0]))
            return found[-1].startswith("unix:")

        wait_until(has_bus)
        reader = Reader(found[-1])
        all_of_it.callback(reader.close)
        reader.want_focus()
        enter(started(sys.executable, "-c", PROGRAM, **around))
        reader.await_program()
        yield reader
