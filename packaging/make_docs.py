"""Build the docs as a site that needs no network: ``build/docs/index.html``.

The guide in both languages, and the pages and decisions for developers; Sphinx reads the
very files of the repository.
"""

import shutil
from pathlib import Path
from typing import Final

from sphinx.cmd.build import build_main

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCES: Final = ROOT / "build" / "docs-sources"
SITE: Final = ROOT / "build" / "docs"

CONF: Final = """\
project = "cnnviz"
author = "The cnnviz founders"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "cnnviz"
html_copy_source = False
html_show_sourcelink = False
myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["myst.header", "myst.xref_missing", "misc.highlighting_failure"]
"""

FRONT: Final = """\
# cnnviz

See inside convolutional networks: step a kernel by hand, open every feature map, watch a network train.
Veja por dentro das redes convolucionais.

```{toctree}
:caption: Guide
guide/convolution.en
guide/draw.en
guide/own-classes.en
guide/network.en
guide/train.en
```

```{toctree}
:caption: Guia (português)
guide/convolution.pt-BR
guide/draw.pt-BR
guide/own-classes.pt-BR
guide/network.pt-BR
guide/train.pt-BR
```

```{toctree}
:caption: Reference
:maxdepth: 1
systems
data-sets
run-folder
scaling
CHANGELOG
```

```{toctree}
:caption: For developers
:maxdepth: 1
CONTRIBUTING
CONTEXT
architecture
code-words
releasing
decisions
```
"""

DECISIONS: Final = """\
# Decisions

```{toctree}
:glob:
:maxdepth: 1
adr/*
```
"""


def gather() -> None:
    """Lay the sources side by side, as the site has them."""
    shutil.rmtree(SOURCES, ignore_errors=True)
    shutil.copytree(ROOT / "docs", SOURCES)
    for name in ("CONTRIBUTING.md", "CONTEXT.md", "CHANGELOG.md"):
        text = (ROOT / name).read_text("utf-8").replace("](docs/", "](")
        (SOURCES / name).write_text(text, encoding="utf-8")
    for page in SOURCES.glob("*.md"):
        text = page.read_text("utf-8").replace("](../CONTEXT.md", "](CONTEXT.md")
        page.write_text(text, encoding="utf-8")
    (SOURCES / "conf.py").write_text(CONF, encoding="utf-8")
    (SOURCES / "index.md").write_text(FRONT, encoding="utf-8")
    (SOURCES / "decisions.md").write_text(DECISIONS, encoding="utf-8")


def main() -> None:
    """Build the site; leave with Sphinx's exit code where it fails."""
    gather()
    shutil.rmtree(SITE, ignore_errors=True)
    code = build_main(["-q", "-b", "html", str(SOURCES), str(SITE)])
    if code:
        raise SystemExit(code)
    print(SITE / "index.html")


if __name__ == "__main__":
    main()
