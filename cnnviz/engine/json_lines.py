"""Results as JSON, one object a line, that every program can read."""

import json

from cnnviz.engine.files import readable_name


def json_line(value: object) -> str:
    r"""Return a value as JSON; names of files that are no UTF-8 get their bytes written.

    Examples
    --------
    >>> json_line({"file": "caf\udce9.png"})
    '{"file": "caf\\\\xe9.png"}'
    """
    return json.dumps(_readable(value), allow_nan=False)


def _readable(value: object) -> object:
    match value:
        case str():
            return readable_name(value)
        case dict():
            return {key: _readable(held) for key, held in value.items()}
        case list() | tuple():
            return [_readable(held) for held in value]
        case _:
            return value
