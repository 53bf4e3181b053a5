# Everything runs in .venv, which this file makes itself from the locks: exact versions, checked hashes, wheels only.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# The locks are complete, so pip need not resolve; the project itself cannot have a hash and comes apart from them.
LOCKED := --require-hashes --only-binary :all: --no-deps
HERE := --no-deps --no-build-isolation --editable .

# What Python and pytest compile is kept, wherever it is called from: it takes ten seconds of every run of tests.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test test-semua axe lint bench dist deb lock bahasa dasar-hukum gambar layar tombol clean

run: .venv/siap
	$(BIN)/kampanye --config sample_config.toml ekspor --timpa -o keluaran

test: .venv/siap-uji
	$(BIN)/python -m pytest -n auto -m "not penuh"

# Most of these wait for programs that they start, so there are two workers to a core. What is made once for
# many tests is made in one of them (tests/together.py). Properties are tried with all their examples.
test-semua: .venv/siap-uji .venv/siap-luring .venv/siap-klaster
	$(BIN)/python -m pytest -n $$((2 * $$(nproc))) --dist loadgroup \
	    -m "penuh or hypothesis" --hypothesis-profile penuh

# axe-core judges pages in test-semua. npm fetches its archive; the hash says whether that is the right one.
AXE := axe-core-4.14.1
AXE_SHA512 := 1477dafa598d8d065f273d6af302aa203c02e83131707b7fa648cd41bd3d6b734f8c22a0dab86ee6a6f64b8afbe804b214d36db85a2826965edfb3a0b9d546b5

axe: .venv/axe.min.js

.venv/axe.min.js: | .venv/bin/python
	cd .venv && npm pack --silent $(AXE:axe-core-%=axe-core@%) >/dev/null
	echo "$(AXE_SHA512)  .venv/$(AXE).tgz" | sha512sum --check --status
	tar -xzmf .venv/$(AXE).tgz -C .venv --strip-components 1 package/axe.min.js

lint: .venv/siap-uji
	$(BIN)/ruff format --check src tests bench plugins release
	$(BIN)/ruff check src tests bench plugins release
	$(BIN)/mypy
	$(BIN)/lint-imports

# TULIS=1 keeps what was measured in docs/kinerja.md; HANYA=salinan measures one thing alone.
bench: .venv/siap-bench
	$(BIN)/python -m bench $(if $(TULIS),--tulis) $(if $(HANYA),--hanya $(HANYA))

# The same bytes from the same commit: everything bears its time. The wheels are those of this Python and processor.
dist deb: export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1700000000)
dist: .venv/siap-uji .venv/siap-luring
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist
	$(BIN)/python -m release.wheelhouse .venv/luring dist/*.whl

deb: dist
	$(BIN)/python -m release.debian .venv/luring dist/*.whl

.venv/siap-luring: .venv/bin/python requirements.lock
	rm -rf .venv/luring
	$(PIP) download $(LOCKED) --requirement requirements.lock --dest .venv/luring
	touch $@

# The locks name versions and hashes, and no index: an office behind a mirror installs the same set.
lock: .venv/siap-uji
	$(BIN)/uv pip compile $(UV) --output-file requirements.lock --extra docx pyproject.toml requirements.in
	$(BIN)/uv pip compile $(UV) --output-file requirements-dev.lock --constraint requirements.lock \
	    --extra docx --extra test --extra lint pyproject.toml requirements.in
	$(BIN)/uv pip compile $(UV) --output-file requirements-bench.lock --constraint requirements-dev.lock \
	    --extra bench pyproject.toml requirements.in
	$(BIN)/uv pip compile $(UV) --output-file requirements-klaster.lock --constraint requirements-dev.lock \
	    --extra klaster pyproject.toml requirements.in
UV := --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: \
    --no-emit-index-url --no-header --no-annotate

# click's words in Indonesian: messages.po is for people, messages.mo for gettext.
bahasa: .venv/siap-uji
	$(BIN)/python -c "import polib, pathlib; [polib.pofile(p).save_as_mofile(p.with_suffix('.mo')) \
	    for p in pathlib.Path('src').rglob('*.po')]"

dasar-hukum: .venv/siap-uji
	$(BIN)/python -m tests.packs.law_listing

# Contact sheets of every paper for six offices, and every screen; people look at them, nothing compares them.
gambar: .venv/siap-uji
	$(BIN)/python -m tests.packs.pictures
	$(BIN)/python -m tests.tui.pictures

# Every screen as text, for people to look at what changed before they keep it; tests compare, and never write.
layar: .venv/siap-uji
	$(BIN)/python -m tests.tui.pages

# The manual of keys, made from the table that also makes footer and help.
tombol: .venv/siap-uji
	$(BIN)/python -c "from pathlib import Path; from kampanye_tui.tui.key_manual import manual_of_keys; \
	    Path('docs/tombol.md').write_text(manual_of_keys())"

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

.venv/siap-klaster: .venv/siap-uji requirements-klaster.lock
	$(PIP) install $(LOCKED) --requirement requirements-klaster.lock
	touch $@

.venv/siap-bench: .venv/siap-uji requirements-bench.lock
	$(PIP) install $(LOCKED) --requirement requirements-bench.lock
	touch $@
