# `make run` and `make test` do all of the set-up by themselves. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup run demo test test-long release-tools test-oldest test-newest systems lint type translations bench weights screenshots pictures guide bundle desktop docs clean
SHELL := /bin/sh
MAKEFLAGS += --no-print-directory

# What `make run` hands to the program: make run ARGS="picture.png"
ARGS ?=
export PYTHON
BIN := .venv/bin
OFFSCREEN := QT_QPA_PLATFORM=offscreen

help:  ## List the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## */  make \1|/p' Makefile | \
		while IFS='|' read -r target text; do printf '%-20s %s\n' "$$target" "$$text"; done

setup:  ## System libraries, .venv and pinned packages (run and test call it)
	@sh packaging/setup.sh

run: setup  ## Open the window (ARGS="picture.png"); without a display: the demo
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo "No display here (DISPLAY and WAYLAND_DISPLAY are empty): running the demo instead."; \
		exec $(BIN)/cnnviz demo --out screenshots/demo; \
	else \
		exec $(BIN)/cnnviz $(ARGS); \
	fi

demo: setup  ## Drive the window offscreen; pictures go to screenshots/demo
	$(BIN)/cnnviz demo --out screenshots/demo

test: setup  ## Everything that must hold: lint, then all tests
	@$(MAKE) lint
	$(OFFSCREEN) $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

test-long: setup  ## What takes too long for every time: more seeds, large networks
	$(OFFSCREEN) $(BIN)/python -m pytest -m long --timeout 1200

release-tools: setup
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --no-build-isolation \
		-c packaging/constraints.txt -e '.[release]'

test-oldest: release-tools  ## Unit tests with the oldest packages allowed (venv of its own; TORCH=2.13.0, PYTHON=)
	sh packaging/bounds.sh oldest

test-newest: release-tools  ## The same with the newest
	sh packaging/bounds.sh newest

systems: release-tools  ## Ask the package index where an install finds wheels; the table of docs/systems.md
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python packaging/systems.py

lint: setup  ## Format, rules, types, floors, translations
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	@$(MAKE) type
	$(BIN)/lint-imports --no-logo
	@$(MAKE) translations

type: setup  ## mypy --strict
	$(BIN)/mypy

translations: setup  ## Check that every text is translated (update: python packaging/translations.py update)
	$(BIN)/python packaging/translations.py --check

bench: setup  ## Benchmarks: each prints its figures
	$(OFFSCREEN) $(BIN)/python packaging/run_benchmarks.py

weights: setup  ## All shipped weights again, by the commands of their model cards (hours)
	$(BIN)/python packaging/make_weights.py

screenshots: setup  ## The demo in both languages, themes and two sizes
	@set -e; for language in en pt_BR; do for theme in light dark; do for size in 1280x800 1920x1080; do \
		echo "$$language $$theme $$size"; \
		$(BIN)/cnnviz demo --language $$language --theme $$theme --size $$size \
			--out screenshots/$$language-$$theme-$$size; \
	done; done; done

pictures: setup  ## The pictures of the README: as a lesson is prepared, and as it is presented
	$(BIN)/cnnviz demo --level standard --size 1280x800 --out screenshots/readme
	$(BIN)/cnnviz demo --level standard --present --theme dark --size 1920x1080 --out screenshots/presented
	cp screenshots/readme/*-draw-3.png docs/pictures/demo.png
	cp screenshots/readme/*-step-sobel.png docs/pictures/step.png
	cp screenshots/readme/*-train-finished.png docs/pictures/train.png
	cp screenshots/presented/*-step-digit.png docs/pictures/presented.png

guide: setup  ## The pictures of docs/guide and their numbers, from the real window
	$(BIN)/python packaging/make_guide.py

bundle: setup  ## The program as one folder without Python, and packed (ARGS="--school --data DIR")
	$(BIN)/python packaging/bundle/build.py $(ARGS)

desktop: release-tools  ## Icons, man page and completions, from the icon and the commands
	$(BIN)/python packaging/make_icons.py
	$(BIN)/python packaging/make_command_files.py

docs: release-tools  ## The docs as a site that needs no network: build/docs/index.html
	$(BIN)/python packaging/make_docs.py

clean:  ## Remove caches, builds and screenshots; .venv stays
	rm -rf build dist screenshots .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find cnnviz tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
