"""What a thread says of an exception: one answer for all of them."""

import logging

from cnnviz.engine.errors import CnnvizError
from cnnviz.engine.lacking import lacking

_log = logging.getLogger(__name__)


def as_cnnviz_error(error: Exception, doing: str) -> CnnvizError:
    """Return the error to tell of an exception; one that nobody foresaw is logged.

    Examples
    --------
    >>> as_cnnviz_error(MemoryError(), "export").code
    'memory_full'
    """
    if isinstance(error, CnnvizError):
        return error
    if isinstance(error, MemoryError):
        return CnnvizError("memory_full")
    if (missing := lacking(error)) is not None:
        return missing
    _log.error("%s failed", doing, exc_info=error)
    return CnnvizError("unexpected", detail=str(error))
