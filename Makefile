# Needs GNU make and Python 3.11 or newer. `make help` lists the targets.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
STAMP := .venv/.stamp
SET_UP := pip install -qq --disable-pip-version-check --no-input
# The pins were resolved with the first of these; every pin has wheels for the others too.
PYTHONS := python3.11 python3 python3.12 python3.13
PYTHON ?= $(shell for python in $(PYTHONS); do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; exit; }; \
	done; echo python3)
# Used by `make constraints` alone: the release of PyTorch that the other pins are resolved around.
TORCH := 2.13.0
JOBS ?= auto
PYTEST_ARGS ?=

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

# The stamp is written last: a first set-up that was interrupted starts afresh, a later one is repeated.
$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "jasyl needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true)." >&2; \
		echo "Install one and name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -e $@ || $(PYTHON) -m venv --clear .venv
	@echo "Setting up .venv (the first time this takes some minutes and about 2 GB) ..."
	@$(BIN)/$(SET_UP) -c constraints.txt hatchling editables
	@$(BIN)/$(SET_UP) -c constraints.txt --no-build-isolation -e '.[dev,model]'
	@touch $@

.PHONY: set-up
set-up: $(STAMP) ## install everything into .venv

.PHONY: serve
serve: build ## set up, build the model and the index, serve on 127.0.0.1:8000
	@$(BIN)/jasyl serve

.PHONY: build
build: $(STAMP) ## build the model and the index, if the knowledge changed
	@$(BIN)/jasyl build

.PHONY: test
test: $(STAMP) ## run the tests
	@$(BIN)/pytest -n $(JOBS) --maxprocesses 4 $(PYTEST_ARGS)

.PHONY: lint
lint: $(STAMP) ## everything that `check` does but the tests
	@$(BIN)/ruff format --check --quiet . || { echo "Not formatted: run 'make format'." >&2; exit 1; }
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/jasyl check-knowledge

.PHONY: check
check: lint test ## format, lint, types, import contracts, knowledge, tests

.PHONY: format
format: $(STAMP) ## format the code and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

.PHONY: readings
readings: $(STAMP) ## write docs/readings.md anew from the notes of the law
	@$(BIN)/python -m knowledge.readings docs/readings.md

.PHONY: bench
bench: $(STAMP) ## measure speed and quality
	@$(BIN)/pytest -m bench -n 0 --capture=no $(PYTEST_ARGS)

.PHONY: wheel
wheel: $(STAMP) ## put an installable wheel into dist/
	@$(BIN)/pip wheel -qq --no-deps --no-build-isolation --wheel-dir dist .

.PHONY: constraints
constraints: ## resolve constraints.txt anew, to today's versions
	@set -eu; venv=$$(mktemp -d); trap 'rm -rf "$$venv"' EXIT; \
	echo "Resolving into a fresh environment (some minutes) ..."; \
	$(PYTHON) -m venv "$$venv"; \
	"$$venv"/bin/$(SET_UP) 'torch==$(TORCH)' hatchling editables; \
	"$$venv"/bin/$(SET_UP) 'torch==$(TORCH)' --no-build-isolation -e '.[dev,model]'; \
	{ echo "# Every version that jasyl is tested with. Written by 'make constraints'; do not edit."; \
	"$$venv"/bin/pip freeze --exclude-editable | sed -E 's/\+cpu$$//' | LC_ALL=C sort -f; } > constraints.txt.new; \
	mv constraints.txt.new constraints.txt; \
	echo "constraints.txt: $$(grep -c == constraints.txt) versions."

.PHONY: clean
clean: ## remove .venv, caches and wheels; var/, with the stored applications, stays
	@rm -rf .venv dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
