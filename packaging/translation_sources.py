"""The translatable texts of our code, found without Qt's tools.

``lupdate`` skips in silence what it does not understand (a choice, an f-string or
brackets inside ``tr``), so its finds are compared with these.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text to translate, with its context and the comment that tells twins apart."""

    context: str
    source: str
    comment: str = ""

    def __str__(self) -> str:
        comment = f" ({self.comment})" if self.comment else ""
        return f"{self.context} {self.source!r}{comment}"


def texts_in_code(package: Path) -> tuple[frozenset[Text], list[str]]:
    """Return all texts of a package, and the calls that cannot be translated."""
    texts: set[Text] = set()
    problems: list[str] = []
    for path in sorted(package.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for context, call in _calls(tree, ""):
            where = f"{path.relative_to(package.parent)}:{call.lineno}"
            found = _text(context, call)
            if isinstance(found, Text):
                texts.add(found)
            elif found:
                problems.append(f"{where}: {found}")
    return frozenset(texts), problems


def _calls(node: ast.AST, context: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call with the name of the class around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield context, child
        inner = child.name if isinstance(child, ast.ClassDef) else context
        yield from _calls(child, inner)


def _text(context: str, call: ast.Call) -> Text | str | None:
    """Return the text of a call, what is wrong with the call, or None for others."""
    match call.func:
        case ast.Attribute(value=ast.Name("self"), attr="tr"):
            return _of_tr(context, call)
        case ast.Attribute(attr="tr"):
            return "tr of another object: lupdate takes the wrong context; use self.tr"
        case ast.Name("QT_TRANSLATE_NOOP") | ast.Attribute(attr="QT_TRANSLATE_NOOP"):
            return _of_noop(call)
        case ast.Name("translate") | ast.Attribute(attr="translate"):
            texts = _literals(call.args[:2])
            return Text(*texts) if texts and len(texts) == 2 else None
        case _:
            return None


def _literals(arguments: list[ast.expr]) -> list[str] | None:
    values = [part.value for part in arguments if isinstance(part, ast.Constant)]
    texts = [value for value in values if isinstance(value, str)]
    return texts if len(texts) == len(arguments) else None


def _of_tr(context: str, call: ast.Call) -> Text | str:
    texts = _literals(call.args)
    if texts is None or len(texts) not in (1, 2) or call.keywords:
        return "self.tr takes a literal text (and a literal comment), nothing else"
    return Text(context, *texts)


def _of_noop(call: ast.Call) -> Text | str:
    texts = _literals(call.args)
    if texts is None or len(texts) != 2 or call.keywords:
        return "QT_TRANSLATE_NOOP takes a literal context and a literal text"
    return Text(*texts)
