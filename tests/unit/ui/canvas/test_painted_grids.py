"""Every painted grid goes through one base; what else is painted is named here."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[4] / "cnnviz"

NO_GRIDS = {
    "MenuName": "a button",
    "AccentButton": "a button",
    "ActivationCurve": "a curve: its one point is read as a list is",
    "CheckBox": "a button",
    "ColourLegend": "the colours themselves",
    "CurveSwatch": "the line of a curve",
    "DatasetChoice": "a button with a picture",
    "DrawPad": "paper to draw on",
    "DropCover": "a veil",
    "FeedingOverlay": "ribbons between maps",
    "FittingChoice": "text",
    "FittingLabel": "text",
    "Flight": "numbers on their way between grids",
    "Flyout": "a frame",
    "GuidePanel": "a ground",
    "IndexTable": "names and values, told by its accessible description",
    "LookLegend": "the colours themselves",
    "MainWindow": "a line",
    "MapZoom": "a picture on its way",
    "Lenses": "two lines between grids",
    "MatrixView": "matrices too large to be read: its open row and column are, as a list is",
    "MessageBar": "text",
    "LevelSwitch": "the ground of three buttons",
    "_Word": "a button",
    "NavigationButton": "a button",
    "NetworkField": "text",
    "NetworkMaps": "ribbons between grids",
    "OpenedPanel": "a frame",
    "Page": "nothing: it tells when it is first painted",
    "PlayButton": "a button",
    "Bend": "one point, told by its accessible name",
    "PointedCard": "a frame",
    "PointingFinger": "a finger and a sentence",
    "ProductsFlight": "what moves between grids; the sum is told in words",
    "ProgressDots": "how far it is, told in words beside it",
    "ReadPlot": "a plot: its points are read as cells are",
    "PointerLayer": "the pen and the light of a presentation",
    "RangeLegend": "the colours themselves",
    "SectionHead": "a word",
    "SizeCard": "a line before text",
    "StageArrow": "an arrow",
    "StartButton": "a button",
    "StartCard": "a ground",
    "StatusLine": "a line",
    "SumChip": "a button",
    "SumProducts": "a formula, copied whole, and read as a list is",
    "SumTerms": "a formula, copied whole, and read as a list is",
    "SumTotal": "one number",
    "SumView": "the outline of a formula",
    "Thumbnail": "a picture",
    "TimelineBar": "a line",
    "TimelineSlider": "a slider, told by its accessible description",
    "ValueCard": "one number, told by its accessible name",
    "WayButton": "a button",
    "_Frame": "an outline",
    "_LineNumbers": "numbers of lines",
}


def painted() -> dict[str, tuple[set[str], bool]]:
    """Return the bases of every class, and whether it paints itself."""
    found = {}
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
                paints = any(
                    isinstance(part, ast.FunctionDef) and part.name == "paintEvent"
                    for part in node.body
                )
                found[node.name] = (bases, paints)
    return found


def is_grid(name: str, classes: dict[str, tuple[set[str], bool]]) -> bool:
    if name == "CellGrid":
        return True
    bases, _ = classes.get(name, (set(), False))
    return any(is_grid(base, classes) for base in bases)


def test_that_what_is_painted_is_a_grid_or_said_to_be_none() -> None:
    classes = painted()
    own = {name for name, (_, paints) in classes.items() if paints}
    grids = {name for name in own if is_grid(name, classes)}

    assert len(own) > 20
    assert {"GridSurface", "LayerTiles", "ProbabilityBars", "SignalRows"} <= grids
    assert sorted(own - grids - NO_GRIDS.keys()) == []
    assert sorted(NO_GRIDS.keys() - own) == []
