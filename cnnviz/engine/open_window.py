"""The window of this user that is open: where it listens, and how a file is handed to it.

No Qt: who only hands a file over has not to wait for it.
"""

import hashlib
import json
import os
import socket
import tempfile
from pathlib import Path
from typing import Final

TAKEN: Final = b"taken\n"
"""The answer of a window that opens the file."""

BUSY: Final = b"busy\n"
"""The answer of one that cannot now: a question stands open."""

MOST_BYTES: Final = 100_000
"""Of a message; names of files are much shorter."""

_PATIENCE_S: Final = 3.0
"""A window that says nothing for so long hangs: another one is opened."""

_TOKEN: Final = "XDG_ACTIVATION_TOKEN"
"""With it, Wayland lets a window come to the front that was asked to by a click elsewhere."""


def listening_name() -> str:
    """Return where a window of this user, home and screen listens, or would.

    A path; on Windows the name of a pipe.
    """
    variables = "XDG_STATE_HOME", "DISPLAY", "WAYLAND_DISPLAY"
    whose = [os.path.expanduser("~"), *(os.environ.get(each, "") for each in variables)]
    mark = hashlib.sha256("\n".join(whose).encode("utf-8", "replace")).hexdigest()[:16]
    name = f"cnnviz-{mark}"
    if os.name == "nt":
        return name
    folder = os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()
    return str(Path(folder) / f"{name}.socket")


def hand_over(path: str) -> bool:
    """Let the window that is open open a file; whether there is one that does."""
    said = {"open": os.path.abspath(path), "token": os.environ.get(_TOKEN, "")}
    message = json.dumps(said).encode("ascii") + b"\n"
    try:
        answer = _asked_pipe(message) if os.name == "nt" else _asked_socket(message)
    except OSError:  # nobody listens, or nobody any more
        return False
    return answer == TAKEN


def handed_over(message: bytes) -> str:
    """Return the path of a message, or nothing; note how the window may come to the front."""
    try:
        said = json.loads(message)
        path, token = said["open"], said["token"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    if not (isinstance(path, str) and isinstance(token, str)) or "\0" in path + token:
        return ""
    if token:
        os.environ[_TOKEN] = token
    return path


def _asked_socket(message: bytes) -> bytes:
    name = listening_name()
    # In a folder that all may write to, somebody else's socket is not ours to speak to.
    if os.stat(name).st_uid != os.getuid():
        return b""
    with socket.socket(socket.AF_UNIX) as window:
        window.settimeout(_PATIENCE_S)
        window.connect(name)
        window.sendall(message)
        return window.recv(len(TAKEN))


def _asked_pipe(message: bytes) -> bytes:
    with open(rf"\\.\pipe\{listening_name()}", "r+b", buffering=0) as window:
        window.write(message)
        return window.read(len(TAKEN)) or b""
