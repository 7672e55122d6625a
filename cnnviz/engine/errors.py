"""The one error that the engine raises on purpose."""


class CnnvizError(Exception):
    """Something the user asked for cannot be done, and we know why.

    The engine says *what* went wrong as a code and its numbers; the sentence is made
    where it is shown (``cnnviz.engine.messages.catalogue`` in English, ``cnnviz.ui.texts`` in the
    language of the window), so one error reads well in every language.

    Parameters
    ----------
    code
        A key of ``cnnviz.engine.messages.catalogue.SENTENCES``.
    **facts
        The numbers and names that the sentence needs.

    Examples
    --------
    >>> error = CnnvizError("stride_too_small", stride=0)
    >>> error.code, error.facts["stride"]
    ('stride_too_small', 0)
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
