"""What the program remembers from one start to the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeVar, get_args

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal, Slot

from cnnviz.engine.messages.languages import LANGUAGES
from cnnviz.engine.places import settings_file
from cnnviz.state.level import LEVELS, Level
from cnnviz.state.store import Store

C = TypeVar("C")

ThemeChoice = Literal["system", "light", "dark", "contrast"]

SYSTEM: Final = "system"
"""The choice that follows the desktop."""

INTERFACE_SIZES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""Per cent of the desktop's own size."""

_SPLITTERS: Final = "splitters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What the user chose, and how the window lay when it was closed.

    Attributes
    ----------
    theme, language
        What was chosen; ``system`` follows the desktop.
    level
        From first look to everything.
    presented_level
        That of the last presentation; empty before the first, which has ``level``.
    reduced_motion
        Whether things jump instead of gliding.
    interface_size
        Per cent that everything is as large as, from the next start on.
    page
        Key of the page that was in front; empty for the first one.
    geometry
        Qt's own record of the window's place, empty for none.
    splitters
        Object name of a splitter -> Qt's own record of its sizes.
    put_away
        Object names of the actions whose panels are hidden.
    folder
        Where a file was opened or saved last; empty for none.
    start_seen
        Whether the card of the first start has been seen.
    runs_most, runs_megabytes
        How many runs of training are kept, and what they may take together.
    """

    theme: ThemeChoice = SYSTEM
    language: str = SYSTEM
    level: Level = "standard"
    presented_level: Level | Literal[""] = ""
    reduced_motion: bool = False
    interface_size: int = 100
    page: str = ""
    geometry: bytes = b""
    splitters: Mapping[str, bytes] = field(default_factory=dict)
    put_away: frozenset[str] = frozenset()
    folder: str = ""
    start_seen: bool = False
    runs_most: int = 10
    runs_megabytes: int = 1024


def open_settings() -> QSettings:
    """Return the user's settings file (it need not exist yet)."""
    beside = settings_file()
    if beside is not None:
        return QSettings(str(beside), QSettings.Format.IniFormat)
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "cnnviz", "cnnviz"
    )


def read_preferences(settings: QSettings) -> Preferences:
    """Read what was remembered; a value that makes no sense becomes the default."""
    return Preferences(
        theme=_known(settings.value("theme"), get_args(ThemeChoice), SYSTEM),
        language=_known(
            settings.value("language"), (each.key for each in LANGUAGES), SYSTEM
        ),
        level=_known(settings.value("level"), LEVELS, "standard"),
        presented_level=_known(settings.value("presented_level"), LEVELS, ""),
        reduced_motion=settings.value("reduced_motion") in (True, "true"),
        interface_size=int(
            _known(
                str(settings.value("interface_size")),
                map(str, INTERFACE_SIZES),
                "100",
            )
        ),
        page=_text(settings.value("page")),
        geometry=_record(settings.value("geometry")),
        splitters=_read_splitters(settings),
        put_away=frozenset(_text(settings.value("put_away")).split()),
        folder=_text(settings.value("folder")),
        start_seen=settings.value("start_seen") in (True, "true"),
        runs_most=_count(settings.value("runs_most"), 10),
        runs_megabytes=_count(settings.value("runs_megabytes"), 1024),
    )


def write_preferences(
    settings: QSettings, new: Preferences, old: Preferences | None = None
) -> None:
    """Put what has changed into the settings file, and leave the rest to other windows.

    ``old`` is what there was; the defaults when ``None``.
    """
    old = old or Preferences()
    written = {
        "theme": new.theme,
        "language": new.language,
        "level": new.level,
        "presented_level": new.presented_level,
        "reduced_motion": new.reduced_motion,
        "interface_size": new.interface_size,
        "page": new.page,
        "geometry": QByteArray(new.geometry),
        "put_away": " ".join(sorted(new.put_away)),
        "folder": new.folder,
        "start_seen": new.start_seen,
        "runs_most": new.runs_most,
        "runs_megabytes": new.runs_megabytes,
    }
    for key, value in written.items():
        if getattr(new, key) != getattr(old, key):
            settings.setValue(key, value)
    for name, record in new.splitters.items():
        if record != old.splitters.get(name):
            settings.setValue(f"{_SPLITTERS}/{name}", QByteArray(record))


class PreferencesStore(Store[Preferences]):
    """Preferences that are written down whenever they change.

    Signals
    -------
    unwritable(file)
        They are not, because the file cannot be written. Said once.
    """

    unwritable = Signal(str)

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(read_preferences(settings), parent)
        self._settings = settings
        self._has_said = False
        self.changed.connect(self._on_changed)

    @Slot(object, object)
    def _on_changed(self, new: Preferences, old: Preferences) -> None:
        write_preferences(self._settings, new, old)
        self.flush()
        refused = self._settings.status() == QSettings.Status.AccessError
        if refused and not self._has_said:
            self._has_said = True
            self.unwritable.emit(self._settings.fileName())

    def was_chosen(self, key: str) -> bool:
        """Whether a value is written down: it was chosen once, and is not the default."""
        return self._settings.contains(key)

    def flush(self) -> None:
        """Put everything on the disk now."""
        self._settings.sync()


def _known(value: object, choices: Iterable[C], usual: C) -> C:
    return next((choice for choice in choices if choice == value), usual)


def _count(value: object, usual: int) -> int:
    text = str(value)
    return int(text) if text.isdecimal() and 0 < len(text) < 8 else usual


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _record(value: object) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""


def _read_splitters(settings: QSettings) -> dict[str, bytes]:
    settings.beginGroup(_SPLITTERS)
    records = {name: _record(settings.value(name)) for name in settings.childKeys()}
    settings.endGroup()
    return {name: record for name, record in records.items() if record}
