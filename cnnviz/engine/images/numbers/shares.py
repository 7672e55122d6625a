"""Probabilities as they are written for people: nothing is certain, nothing impossible."""


def sure_percent(share: float, point: str = ".") -> str:
    """Write a probability in per cent, never as if it were certain or impossible.

    Parameters
    ----------
    share
        From 0 to 1.
    point
        The decimal mark of the reader's language.

    Examples
    --------
    >>> sure_percent(0.9996), sure_percent(0.42, ","), sure_percent(0.0)
    ('> 99%', '42,0%', '< 0.1%')
    """
    if share > 0.99:
        return "> 99%"
    text = "< 0.1%" if share < 0.001 else f"{share:.1%}"
    return text.replace(".", point)
