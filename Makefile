# Needs only git, make and python3 3.11-3.13 with its venv module; no compiler.
# PYTHON=python3.12 chooses the interpreter, PORT=8080 the port of `make run`.

PORT ?= 8000
UV ?= uv
HINT := apt-get install git make python3-venv
BIN := .venv/bin
TEXTS := search_app/translations
# A .venv that is half made runs the system's Python: pip then refuses rather than install there.
PIP := $(BIN)/python -m pip --require-virtualenv --disable-pip-version-check --no-input -qq
LOCK := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-annotate --custom-compile-command 'make lock'

.DELETE_ON_ERROR:
.PHONY: help run test lint texts lock

help:
	@echo 'make run    set up, index corpus/ where needed, serve on http://127.0.0.1:$(PORT)'
	@echo 'make test   set up and run the tests'
	@echo 'make lint   check style and types'
	@echo 'make texts  renew the interface texts after a change'
	@echo 'make lock   choose the newest versions of all dependencies (needs uv)'

run: .venv/run.stamp
	@$(BIN)/loistohaku rebuild --if-needed
	@$(BIN)/loistohaku serve --port $(PORT)

test: .venv/test.stamp
	@echo 'Running the tests.'
	@$(BIN)/python -m pytest

lint: .venv/test.stamp
	@echo 'Checking style and types.'
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

texts: .venv/run.stamp
	@$(BIN)/pybabel -q extract -F $(TEXTS)/babel.toml --no-location --sort-output \
	  -o .venv/texts.pot search_app
	@$(BIN)/pybabel -q update -i .venv/texts.pot -d $(TEXTS) -w 100 --no-fuzzy-matching \
	  --ignore-obsolete --ignore-pot-creation-date
	@$(BIN)/pybabel -q compile -d $(TEXTS)

# One resolution for everything, then the parts of it, so that all locks agree.
lock:
	@$(LOCK) --upgrade pyproject.toml locks/build.in --extra test --extra bench --extra ocr \
	  -o locks/test.txt
	@$(LOCK) -c locks/test.txt pyproject.toml locks/build.in -o locks/run.txt
	@$(LOCK) -c locks/test.txt pyproject.toml --extra voikko -o locks/voikko.txt
	@$(LOCK) -c locks/test.txt pyproject.toml --extra ocr -o locks/ocr.txt

.venv/run.stamp: locks/run.txt pyproject.toml
	@command -v git >/dev/null || { echo 'git is missing: $(HINT)' >&2; exit 1; }
	@if ! $(BIN)/python -c 'import pip, sys; sys.exit(sys.prefix == sys.base_prefix)' \
	    2>/dev/null; then \
	for python in $(or $(PYTHON),python3 python3.13 python3.12 python3.11); do \
	  $$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	    2>/dev/null || continue; \
	  $$python -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  echo "Creating .venv with $$($$python --version)."; \
	  $$python -m venv --clear .venv && exit 0; \
	done; \
	echo 'No python3 of 3.11-3.13 with its venv module: $(HINT)' >&2; exit 1; fi
	@echo 'Installing the packages of locks/run.txt into .venv (a minute or so).'
	@$(PIP) install --require-hashes --only-binary :all: -r locks/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: locks/test.txt .venv/run.stamp
	@echo 'Installing the packages of locks/test.txt into .venv (a minute or so).'
	@$(PIP) install --require-hashes --only-binary :all: -r locks/test.txt
	@touch $@
