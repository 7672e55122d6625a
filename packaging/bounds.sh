#!/bin/sh
# Test with the oldest or the newest packages that pyproject.toml allows, in a venv of
# their own: packaging/bounds.sh oldest|newest [tests...]
#
# torch comes from PyTorch's index of CPU builds. TORCH=2.13.0 takes that version instead,
# from where pip finds it: for machines that do not reach that index.
# PYTHON=/path/to/python3.12 chooses the Python of a new venv.
set -eu
cd "$(dirname "$0")/.."

case "${1:-}" in
    oldest) resolution=lowest-direct ;;
    newest) resolution=highest ;;
    *) echo "usage: packaging/bounds.sh oldest|newest [tests...]" >&2; exit 2 ;;
esac
kind=$1
shift
[ $# -gt 0 ] || set -- tests/unit tests/cli/test_main.py tests/e2e/test_window.py

venv=.venv-$kind
pins=build/$kind.txt
cpu_index=https://download.pytorch.org/whl/cpu

[ -x "$venv/bin/python" ] || "${PYTHON:-.venv/bin/python}" -m venv "$venv"
python=$("$venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')

mkdir -p build
if [ -n "${TORCH:-}" ]; then
    echo "torch==$TORCH" >"build/$kind-override.txt"
    from="--override build/$kind-override.txt"
    index=
else
    from="--torch-backend cpu"
    index="--extra-index-url $cpu_index"
fi
# shellcheck disable=SC2086 # the options are separate words
"${UV:-.venv/bin/uv}" pip compile --quiet --no-header --no-annotate --only-binary :all: \
    --resolution "$resolution" --python-version "$python" $from \
    --extra test pyproject.toml --output-file "$pins"
"$venv/bin/python" -m pip install --disable-pip-version-check --quiet hatchling
# shellcheck disable=SC2086
"$venv/bin/python" -m pip install --disable-pip-version-check --quiet --no-build-isolation \
    $index -c "$pins" -e '.[test]'

echo "$kind, Python $python: $("$venv/bin/python" -m pip list --format freeze 2>/dev/null |
    grep -iE '^(PySide6|numpy|torch|pillow|pyqtgraph|onnx)' | tr '\n' ' ')"
QT_QPA_PLATFORM=offscreen exec "$venv/bin/python" -m pytest -q -n auto --maxprocesses "${WORKERS:-4}" \
    --dist loadfile -p no:cacheprovider "$@"
