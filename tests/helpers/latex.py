"""A reader of the formulas that we copy as LaTeX: strict, and apart from our writer.

It knows the few commands of math mode that a sum needs, takes nothing else, and works
the numbers out. What it reads, TeX sets without a complaint; what comes out tells
whether the formula is true.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\s+|\\begin\{aligned\}|\\end\{aligned\}|\\\\|\\[A-Za-z]+"
    r"|\d+(?:\.\d+|\{,\}\d+)?|[-+=&(){}^_,;]|[A-Za-z]"
)


class BadLatex(ValueError):
    """The text is no formula that TeX would set as it is meant."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, and how large the numbers are that it was worked out from."""

    value: float
    size: float


@dataclass(frozen=True, slots=True)
class Equation:
    """One line: its name (empty where it has none), what is worked out, and the claim."""

    name: str
    left: Quantity
    right: float


def read_latex(text: str, point: str = ".") -> list[Equation]:
    """Return the lines of a formula.

    Parameters
    ----------
    text
        What was copied.
    point
        The decimal mark that its numbers must have; a comma stands in braces.

    Raises
    ------
    BadLatex
        Where TeX would stop, or set something else than what is meant.
    """
    return _Reader(_tokens(text), point).formula()


def _tokens(text: str) -> list[str]:
    tokens, place = [], 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise BadLatex(f"{text[place : place + 12]!r} at {place}")
        if match.group().strip():
            tokens.append(match.group())
        place = match.end()
    return tokens


class _Reader:
    """A recursive descent through the tokens."""

    def __init__(self, tokens: list[str], point: str) -> None:
        self._tokens = tokens
        self._point = point
        self._place = 0

    def formula(self) -> list[Equation]:
        if self._next() != r"\begin{aligned}":
            equations = [self._equation("")]
        else:
            self._take(r"\begin{aligned}")
            equations = [self._named_equation()]
            while self._next() == r"\\":
                self._take(r"\\")
                equations.append(self._named_equation())
            self._take(r"\end{aligned}")
        self._take("")
        return equations

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""

    def _take(self, *wanted: str) -> str:
        token = self._next()
        if wanted and token not in wanted:
            raise BadLatex(f"{token!r} where {' or '.join(wanted)!r} belongs")
        self._place += 1
        return token

    def _named_equation(self) -> Equation:
        name = self._take("S", "z", "y")
        if name == "S":
            self._take("_")
            name += self._index()
        self._take("&")
        self._take("=")
        return self._equation(name)

    def _index(self) -> str:
        self._take("{")
        if self._next() == r"\mathrm":
            self._take()
            self._take("{")
            index = self._take("R", "G", "B")
            self._take("}")
        else:
            index = str(int(self._number()))
        self._take("}")
        return index

    def _equation(self, name: str) -> Equation:
        left = self._sum()
        self._take("=")
        return Equation(name, left, self._sum().value)

    def _sum(self) -> Quantity:
        """Read terms with a plus between; a minus may stand only before the first."""
        terms = [self._signed()]
        while self._next() == "+":
            self._take()
            terms.append(self._product())
        return Quantity(
            math.fsum(term.value for term in terms), sum(term.size for term in terms)
        )

    def _signed(self) -> Quantity:
        if self._next() != "-":
            return self._product()
        self._take()
        product = self._product()
        return Quantity(-product.value, product.size)

    def _product(self) -> Quantity:
        product = self._factor()
        while self._next() == r"\times":
            self._take()
            factor = self._factor()
            product = Quantity(product.value * factor.value, product.size * factor.size)
        return product

    def _factor(self) -> Quantity:
        match self._next():
            case r"\left":
                return self._bracketed()
            case r"\frac":
                self._take()
                over, under = self._group(), self._group()
                return Quantity(over.value / under.value, over.size / abs(under.value))
            case r"\max" | r"\min":
                return self._chosen({r"\max": max, r"\min": min}[self._take()])
            case "e":
                self._take()
                return self._power(math.e)
            case r"\operatorname" | r"\sigma" | r"\tanh":
                return self._applied()
        number = self._number()
        return self._power(number) if self._next() == "^" else _plain(number)

    def _number(self) -> float:
        token = self._take()
        wanted = r"\d+(\{,\}\d+)?" if self._point == "," else r"\d+(\.\d+)?"
        if not re.fullmatch(wanted, token):
            raise BadLatex(f"{token!r} is no number with {self._point!r}")
        return float(token.replace("{,}", "."))

    def _power(self, base: float) -> Quantity:
        self._take("^")
        return _plain(base ** self._group().value)

    def _group(self) -> Quantity:
        self._take("{")
        inside = self._sum()
        self._take("}")
        return inside

    def _bracketed(self) -> Quantity:
        self._open()
        inside = self._sum()
        self._close()
        return inside

    def _open(self) -> None:
        self._take(r"\left")
        self._take("(")

    def _close(self) -> None:
        self._take(r"\right")
        self._take(")")

    def _chosen(self, choice: Callable[[list[float]], float]) -> Quantity:
        """Read a list; where the comma is a decimal mark, semicolons part it."""
        self._open()
        listed = [self._sum().value]
        while self._next() != r"\right":
            self._take(";" if self._point == "," else ",")
            listed.append(self._sum().value)
        self._close()
        return _plain(choice(listed))

    def _applied(self) -> Quantity:
        name = self._take()
        if name == r"\operatorname":
            self._take("{")
            letters = []
            while self._next().isalpha():
                letters.append(self._take())
            name = "".join(letters)
            self._take("}")
        slope = 0.0
        if self._next() == "_":
            self._take()
            slope = self._group().value
        at = self._bracketed()
        return Quantity(_function(name, slope)(at.value), at.size)


def _plain(value: float) -> Quantity:
    return Quantity(value, abs(value))


def _function(name: str, slope: float) -> Callable[[float], float]:
    functions: dict[str, Callable[[float], float]] = {
        "ReLU": lambda at: max(at, 0.0),
        "LeakyReLU": lambda at: at if at > 0 else slope * at,
        r"\sigma": lambda at: 0.5 * (1 + math.tanh(at / 2)),
        r"\tanh": math.tanh,
    }
    if name not in functions:
        raise BadLatex(f"{name} is unknown")
    return functions[name]
