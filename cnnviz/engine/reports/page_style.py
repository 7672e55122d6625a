"""How the page of a report looks, on a screen and on paper."""

from typing import Final

STYLE: Final = """
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #202226;
  font: 15px/1.5 Inter, "Segoe UI", "DejaVu Sans", Helvetica, Arial, sans-serif; }
main { max-width: 820px; margin: 0 auto; padding: 32px 24px 64px; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 8px; }
h2 { font-size: 19px; margin: 40px 0 8px; }
.end { font-size: 18px; margin: 0; }
.damage { border-left: 4px solid #be4c00; padding-left: 12px; }
.note { color: #60646c; margin: 4px 0 12px; }
svg { width: 100%; height: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { font-weight: 500; }
.facts th { text-align: left; vertical-align: top; color: #60646c; padding: 3px 24px 3px 0; }
.facts td { padding: 3px 0; overflow-wrap: anywhere; }
.numbers th, .numbers td { text-align: right; padding: 3px 0 3px 20px; }
.numbers th:first-child, .numbers td:first-child { padding-left: 0; }
.numbers tr + tr { border-top: 1px solid #e2e4e8; }
.confusion th, .confusion td { min-width: 30px; height: 28px; padding: 0 5px;
  text-align: center; font-size: 13px; }
.confusion td { border: 1px solid #fff; }
.confusion .way { color: #60646c; font-weight: 400; }
.pictures { display: flex; flex-wrap: wrap; gap: 16px; }
figure { margin: 0; width: 112px; }
figure img { width: 84px; height: 84px; object-fit: contain; border: 1px solid #e2e4e8;
  image-rendering: pixelated; }
figcaption { font-size: 13px; line-height: 1.35; overflow-wrap: anywhere; }
.kernels { max-width: 100%; image-rendering: pixelated; }
@media print {
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  section, figure, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  td, img { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
