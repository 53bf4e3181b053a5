# Everything runs in .venv, which this file makes itself from the locks: exact versions, checked hashes, wheels only.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The locks are complete, so pip need not resolve; the project itself cannot have a hash and comes apart from them.
LOCKED := --require-hashes --only-binary :all: --no-deps
HERE := --no-deps --no-build-isolation --editable .

.PHONY: run test test-semua lint bench dist lock bahasa clean

run: .venv/siap
	$(BIN)/kampanye --config sample_config.toml ekspor --timpa -o keluaran

test: .venv/siap-uji
	$(BIN)/python -m pytest -n auto -m "not penuh"

test-semua: .venv/siap-uji
	$(BIN)/python -m pytest -n auto -m penuh

lint: .venv/siap-uji
	$(BIN)/ruff format --check src tests bench plugins
	$(BIN)/ruff check src tests bench plugins
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/siap-uji
	$(BIN)/python -m bench

dist: .venv/siap-uji
	rm -rf dist
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist .

# The locks name versions and hashes, and no index: an office behind a mirror installs the same set.
lock: .venv/siap-uji
	$(BIN)/uv pip compile $(UV) --output-file requirements.lock pyproject.toml requirements.in
	$(BIN)/uv pip compile $(UV) --output-file requirements-dev.lock --constraint requirements.lock \
	    --extra test --extra lint pyproject.toml requirements.in
UV := --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
    --no-emit-index-url --no-header --no-annotate

# click's words in Indonesian: messages.po is for people, messages.mo for gettext.
bahasa: .venv/siap-uji
	$(BIN)/python -c "import polib, pathlib; [polib.pofile(p).save_as_mofile(p.with_suffix('.mo')) \
	    for p in pathlib.Path('src').rglob('*.po')]"

clean:
	rm -rf .venv dist keluaran

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/siap: .venv/bin/python requirements.lock pyproject.toml
	$(PIP) install $(LOCKED) --requirement requirements.lock
	$(PIP) install $(HERE)
	$(BIN)/python -m compileall -q src
	touch $@

.venv/siap-uji: .venv/siap requirements-dev.lock
	$(PIP) install $(LOCKED) --requirement requirements-dev.lock
	touch $@
