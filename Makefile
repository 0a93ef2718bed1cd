# Every command a developer runs; `make` alone lists them.
#
# Stamps in .venv say what has been done: set-up is repeated only when a lock or
# pyproject.toml has changed. HOOKS=0 leaves git's configuration alone, WORKERS=n
# says how many processes run the tests: more than there may be cores, as some wait
# for a browser or a database.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

BIN := .venv/bin
READY := .venv/.ready
LOCKS := requirements.lock requirements-dev.lock
SENTENCES := $(wildcard app/translations/*/LC_MESSAGES/messages.po)
WORKERS ?= 4
HOOKS ?= 1

# Fails where less of a package is covered than it must be, in percent.
covered = @printf '%s' 'Covered of $(1), in percent (at least $(2)): ' && \
	$(BIN)/coverage report --include='$(1)/*' --fail-under=$(2) --format=total

.PHONY: help
help:  ## List these commands
	@sed -nE 's/^([a-z]+):.*## (.*)$$/  make \1\t\2/p' Makefile | expand -t 20

.PHONY: setup
setup: $(READY) $(SENTENCES:.po=.mo)  ## Make .venv with the bolgeplan command, compile the catalogues
	@scripts/hooks.sh "$(HOOKS)"

$(READY): pyproject.toml $(LOCKS) scripts/venv.sh
	scripts/venv.sh
	touch $@

%.mo: %.po $(READY)
	$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
	touch $@

.PHONY: run
run: setup  ## Load the data where it is not loaded yet, and serve the app
	$(BIN)/bolgeplan init
	$(BIN)/bolgeplan serve --demo

.PHONY: test
test: setup  ## Run every test, with coverage
	scripts/system.sh chromium libatomic1 postgresql
	$(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal --cov --cov-report term
	$(call covered,planning,100)
	$(call covered,app,85)

.PHONY: lint
lint: setup  ## Check format, rules and types; what the commit hook calls
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy

.PHONY: check
check: lint  ## Everything that must hold before a commit: lint, catalogues, tests
	$(BIN)/python scripts/catalogues.py --check
	$(MAKE) --no-print-directory test

.PHONY: bench
bench: setup  ## Measure what docs/BENCHMARKS.md reports
	$(BIN)/python -m bench

.PHONY: screenshots
screenshots: setup  ## Take a picture of every page, narrow and wide, light and dark
	scripts/system.sh chromium libatomic1
	$(BIN)/python -m scripts.screenshots

.PHONY: format
format: setup  ## Format the code and mend what ruff can mend
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

.PHONY: catalogues
catalogues: setup  ## Collect the sentences of code and templates into the catalogues
	$(BIN)/python scripts/catalogues.py
	$(MAKE) --no-print-directory setup

.PHONY: lock
lock:  ## Write both locks anew from pyproject.toml
	scripts/lock.sh

.PHONY: clean
clean:  ## Remove what make and the tools have made; an installation's data stays
	rm -rf .venv build *.egg-info .coverage .coverage.* htmlcov test-results screenshots
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
	rm -f app/translations/*/LC_MESSAGES/messages.mo
