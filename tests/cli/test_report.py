"""``cnnviz report``: what a run learned, for other programs and for people."""

import csv
import io
import json
import re
import shutil
from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import torch
from PIL import Image

from cnnviz.cli.main import main
from cnnviz.engine.datasets.loading import load_dataset
from cnnviz.engine.networks.catalogue import network
from cnnviz.engine.networks.files.network_json import network_json
from tests.helpers.exported_code import imported
from tests.helpers.kept_runs import kept_run, told


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a finished run; nobody writes to it."""
    return kept_run(tmp_path_factory.mktemp("runs") / "whole", "--schedule", "cosine")


@pytest.fixture
def run(whole: Path, tmp_path: Path) -> Path:
    """Return a finished run of one's own."""
    return Path(shutil.copytree(whole, tmp_path / "run"))


@pytest.fixture
def one_thread() -> Iterator[None]:
    """Let torch compute as the runs did: many threads for so little wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def page(run: Path, *words: str) -> str:
    out = run.parent / f"{run.name}.html"
    assert main(["report", str(run), "--out", str(out), *words]) == 0
    return out.read_text(encoding="utf-8")


class Parsed(HTMLParser):
    """What a page is made of, and whether each tag is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "data")
        ]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag not in ("meta", "img", "rect", "polyline", "polygon"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_that_the_metrics_are_those_of_the_events(run: Path, tmp_path: Path) -> None:
    files = [tmp_path / "m.csv", tmp_path / "m.json"]
    for file in files:
        assert main(["report", str(run), "--metrics", str(file)]) == 0
    rows = list(csv.DictReader(io.StringIO(files[0].read_text(encoding="utf-8"))))
    batches, epochs = told(run, "batch"), told(run, "epoch")
    assert [float(row["loss"]) for row in rows] == [one["loss"] for one in batches]
    assert [int(row["step"]) for row in rows] == list(range(1, 21))
    ends = [row for row in rows if row["validation_loss"]]
    assert [int(row["batch"]) for row in ends] == [10, 10]
    for name in ("train_loss", "train_accuracy", "validation_accuracy"):
        assert [float(row[name]) for row in ends] == [one[name] for one in epochs]
    # Half a cosine wave: the rate itself at first, half of it in the middle.
    rates = [float(row["learning_rate"]) for row in rows]
    assert rates[0] == pytest.approx(0.001)
    assert rates[10] == pytest.approx(0.0005)

    read = json.loads(files[1].read_bytes())
    assert read["condition"] == "finished"
    assert [one["accuracy"] for one in read["batches"]] == [
        one["accuracy"] for one in batches
    ]
    assert read["batches"][10]["learning_rate"] == pytest.approx(0.0005)
    assert [one["seconds"] for one in read["epochs"]] == [
        one["seconds"] for one in epochs
    ]


def test_that_the_page_needs_nothing_but_itself(run: Path) -> None:
    text = page(run)
    parsed = Parsed(text)
    assert not {"script", "link", "iframe", "object", "a"} & set(parsed.tags)
    assert all(one.startswith("data:image/png;base64,") for one in parsed.addresses)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "").replace(
        "http-equiv", ""
    )
    assert "url(" not in text
    assert {"svg", "polyline", "table", "img"} <= set(parsed.tags)
    accuracy = told(run, "epoch")[-1]["validation_accuracy"]
    assert (
        f"{accuracy:.2%} of the 60 validation pictures correct after 2 epochs" in text
    )
    settings = json.loads((run / "settings.json").read_bytes())
    assert settings["fingerprint"] in text
    assert f"torch {settings['versions']['torch']}" in text


def test_that_the_page_counts_and_shows_the_very_mistakes(run: Path) -> None:
    text = page(run)
    table = re.search(r'<table class="confusion">(.*?)</table>', text, re.S)
    assert table is not None
    cells = re.findall(r"<td[^>]*>(\d*)</td>", table[1])
    confusion = np.array([int(cell or 0) for cell in cells]).reshape(10, 10)
    assert confusion.tolist() == told(run, "epoch")[-1]["confusion"]
    wrong = confusion.sum() - confusion.trace()
    assert wrong > 0

    settings = json.loads((run / "settings.json").read_bytes())
    dataset = load_dataset(settings["data"])
    shown = re.findall(r'<img src="data:image/png;base64,([^"]+)" alt="">', text)
    said = re.findall(r"<figcaption>(\d), taken for (\d): ([\d.]+)% sure", text)
    assert len(shown) == len(said) == min(wrong, 12)
    assert [float(sure) for _, _, sure in said] == sorted(
        (float(sure) for _, _, sure in said), reverse=True
    )
    for picture, (label, _, _) in zip(shown, said, strict=True):
        pixels = np.asarray(Image.open(io.BytesIO(b64decode(picture))))
        same = (dataset.test.images_nhw == pixels).all(axis=(1, 2))
        assert dataset.test.labels_n[same].tolist() == [int(label)]


def test_that_the_page_speaks_portuguese(run: Path) -> None:
    text = page(run, "--language", "pt_BR")
    assert '<html lang="pt-BR">' in text
    assert "Como a rede LeNet-5 foi treinada" in text
    assert re.search(r"\d,\d\d% de acerto em 60 imagens", text)
    assert "Configurações" in text


def test_that_an_unfinished_run_is_told_as_far_as_it_came(run: Path) -> None:
    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    first = next(i for i, line in enumerate(lines) if '"event": "epoch"' in line)
    (run / "events.jsonl").write_text("".join(lines[: first + 3]) + '{"event": "ba')
    (run / "weights.safetensors").unlink()
    text = page(run)
    Parsed(text)
    assert "Not finished: 1 of 2 epochs is done" in text or "1 of 2 epochs are" in text
    assert "damaged" not in text
    (run / "events.jsonl").unlink()
    assert "has recorded nothing yet" in page(run)


def test_that_a_damaged_run_is_told_up_to_the_damage(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines(True)
    lines[7] = lines[7].replace('"step"', '"stop"')
    (run / "events.jsonl").write_text("".join(lines))
    text = page(run)
    assert "Line 8 of events.jsonl" in text
    assert "Line 8 of events.jsonl" in capsys.readouterr().err
    (run / "settings.json").write_text('{"format": "cnnviz run", "version": 1}')
    text = page(run)
    Parsed(text)
    assert "settings.json" in text
    assert "<svg" in text
    file = tmp_path / "m.csv"
    assert main(["report", str(run), "--metrics", str(file)]) == 0
    assert file.read_text(encoding="utf-8").count("\n") == 6


def test_that_waiting_is_a_column_of_runs_of_several_processes_only(
    run: Path, tmp_path: Path
) -> None:
    shared = tmp_path / "shared"
    shutil.copytree(run, shared)
    told_lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in told_lines]
    for record in records:
        if record["event"] == "batch":
            record |= {"compute_seconds": 0.25, "wait_seconds": record["step"] / 8}
    lines = (json.dumps(record) + "\n" for record in records)
    (shared / "events.jsonl").write_text("".join(lines))
    found = []
    for folder in (run, shared):
        file = tmp_path / f"{folder.name}.csv"
        assert main(["report", str(folder), "--metrics", str(file)]) == 0
        text = file.read_text(encoding="utf-8")
        found.append(list(csv.DictReader(io.StringIO(text))))
    assert "wait_seconds" not in found[0][0]
    waits = [float(row["wait_seconds"]) for row in found[1]]
    assert waits == [step / 8 for step in range(1, 21)]
    assert {row["compute_seconds"] for row in found[1]} == {"0.25"}
    ends = [[row["validation_loss"] for row in rows] for rows in found]
    assert ends[0] == ends[1]
    file = tmp_path / "shared.json"
    assert main(["report", str(shared), "--metrics", str(file)]) == 0
    assert json.loads(file.read_text())["batches"][3]["wait_seconds"] == 0.5


def test_that_what_was_done_with_the_data_is_told(tmp_path: Path) -> None:
    asked = ["--use", "100", "--validation", "0.2", "--augment", "rotate=10,shift=2"]
    run = kept_run(tmp_path / "run", *asked)
    text = page(run)
    assert "<td>rotate=10,shift=2</td>" in text
    assert "On the test pictures, kept for the end" in text
    assert '<table class="confusion">' in text
    code, pictures = tmp_path / "again.py", tmp_path / "p.npz"
    words = ["report", str(run), "--code", str(code), "--pictures", str(pictures)]
    assert main(words) == 0
    said = code.read_text(encoding="utf-8")
    assert "Not in this program" not in said
    assert "rotate" in said
    assert "# In its pictures: --use 100" in said
    with np.load(pictures) as found:
        assert (len(found["x_train"]), len(found["x_test"])) == (80, 20)


def test_that_pictures_that_are_gone_or_others_are_said(run: Path) -> None:
    settings = json.loads((run / "settings.json").read_bytes())
    (run / "settings.json").write_text(json.dumps(settings | {"fingerprint": "0"}))
    assert "no longer the ones of the run" in page(run)
    (run / "settings.json").write_text(json.dumps(settings | {"data": "/nowhere"}))
    text = page(run)
    assert "/nowhere" in text
    assert "The pictures cannot be shown" in text
    assert '<table class="confusion">' in text
    shutil.rmtree(run / "predictions")
    assert '<table class="confusion">' not in page(run)


def test_that_answers_are_computed_where_none_were_kept(run: Path) -> None:
    kept = page(run)
    shutil.rmtree(run / "predictions")
    computed = page(run)
    pattern = re.compile(r'<table class="confusion">.*?</table>', re.S)
    assert pattern.findall(kept) == pattern.findall(computed) != []


def test_that_texts_of_files_are_shown_and_do_nothing(tmp_path: Path) -> None:
    bad = "<script>alert('x')</script><img src=http://x/>&\x1b[31m"
    described = json.loads(network_json(network("lenet5")))
    described["title"] = bad
    described["labels"] = [f"<b onload=x>{n}" for n in range(10)]
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(described), encoding="utf-8")
    run = kept_run(tmp_path / "run<i>", str(file))
    settings = json.loads((run / "settings.json").read_bytes())
    settings["config"]["<u>"] = bad
    settings["config"]["title"] = "{network}"
    settings["versions"] = {bad: bad}
    settings["command"] = settings["begun"] = bad
    (run / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    text = page(run)
    parsed = Parsed(text)
    assert not {"script", "b", "i", "u"} & set(parsed.tags)
    assert all(one.startswith("data:image/png") for one in parsed.addresses)
    assert "\x1b" not in text
    assert "&lt;script&gt;" in text


def test_that_the_curves_are_files_that_others_open(run: Path, tmp_path: Path) -> None:
    svg, png = tmp_path / "c.svg", tmp_path / "c.png"
    for file in (svg, png):
        assert main(["report", str(run), "--plot", str(file)]) == 0
    root = ElementTree.parse(svg).getroot()
    space = "{http://www.w3.org/2000/svg}"
    said = {one.text for one in root.iter(f"{space}text")}
    assert {"Loss", "Accuracy", "training", "validation", "epoch", "100%"} <= said
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for line in (*root.iter(f"{space}polyline"), *root.iter(f"{space}polygon")):
        for point in line.attrib["points"].split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= width
            assert 0 <= y <= height
    with Image.open(png) as image:
        assert image.size == (2 * width, 2 * height)


def test_that_what_is_no_run_and_what_cannot_be_written_is_refused(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(tmp_path), "--out", str(tmp_path / "a.html")]) == 1
    assert "holds no run" in capsys.readouterr().err
    assert main(["report", str(run), "--out", str(tmp_path / "no" / "a.html")]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    for words in ([], ["--out", "a.txt"], ["--metrics", "a.html"]):
        with pytest.raises(SystemExit) as left:
            main(["report", str(run), *words])
        assert left.value.code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["--optimizer", "sgd", "--lr", "0.01", "--schedule", "one_cycle"],
        ["--optimizer", "rmsprop", "--schedule", "step", "--label-smoothing", "0.1"],
        ["--optimizer", "nesterov", "--weight-decay", "0.01", "--schedule", "cosine"],
        ["lenet5-1998", "--lr", "0.003"],
        ["mlp", "--seed", "3"],
        ["lenet5", "--augment", "digits,mirror,noise=0.1,erase=0.3,thickness=1.5"],
    ],
    ids=lambda words: words[-1],
)
def test_that_the_program_of_a_recipe_learns_as_we_did(
    words: list[str], one_thread: None, tmp_path: Path
) -> None:
    run = kept_run(tmp_path / "run", *words)
    code, pictures = tmp_path / "again.py", tmp_path / "bars.npz"
    asked = ["report", str(run), "--code", str(code), "--pictures", str(pictures)]
    assert main(asked) == 0
    assert "cnnviz." not in code.read_text(encoding="utf-8").partition("import")[2]
    program = imported(code)
    losses, epochs = program.train(*program.load(pictures))
    ours = [one["loss"] for one in told(run, "batch")]
    np.testing.assert_allclose(losses[:5], ours[:5], rtol=2e-4)
    # Rounding grows from step to step.
    np.testing.assert_allclose(losses, ours, rtol=0.05, atol=0.01)
    for (loss, right), epoch in zip(epochs, told(run, "epoch"), strict=True):
        assert loss == pytest.approx(epoch["validation_loss"], rel=0.05, abs=0.01)
        assert right == pytest.approx(epoch["validation_accuracy"], abs=0.05)


def test_that_the_program_reads_idx_files_and_runs_by_itself(run: Path) -> None:
    code = run.parent / "again.py"
    assert main(["report", str(run), "--code", str(code)]) == 0
    data = json.loads((run / "settings.json").read_bytes())["data"]
    program = imported(code)
    (pictures, labels), (held_out, _) = program.load(data)
    dataset = load_dataset(data)
    np.testing.assert_array_equal(pictures[:, 0].numpy(), dataset.train.images_nhw)
    np.testing.assert_array_equal(labels.numpy(), dataset.train.labels_n)
    assert held_out.shape == (60, 1, 28, 28)
    assert 'if __name__ == "__main__"' in code.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "name"),
    [
        ("metrics", "none.json"),  # none of the run's own
        ("metrics", "settings.json"),
        ("code", "weights.py"),
        ("code", "checkpoint.py"),
        ("code", "initial.py"),  # is not there, and would be taken for its own
    ],
)
def test_that_no_report_takes_the_place_of_a_file_of_the_run(
    option: str,
    name: str,
    run: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = {one: one.read_bytes() for one in run.rglob("*") if one.is_file()}
    (tmp_path / "link").symlink_to(run)
    code = main(["report", str(run), f"--{option}", str(tmp_path / "link" / name)])
    after = {one: one.read_bytes() for one in run.rglob("*") if one.is_file()}
    if name == "none.json":
        assert code == 0
        assert len(after) == len(before) + 1
        return
    assert code == 1
    assert "would overwrite it" in capsys.readouterr().err
    assert after == before


def test_that_a_program_is_not_written_without_its_weights(
    run: Path, tmp_path: Path
) -> None:
    (tmp_path / "it.safetensors").mkdir()
    assert main(["report", str(run), "--code", str(tmp_path / "it.py")]) == 1
    assert not (tmp_path / "it.py").exists()
