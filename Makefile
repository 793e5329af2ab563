# The front door. `make demo` shows the product, `make test` runs every test; each installs what it needs first.
.DEFAULT_GOAL := help
.PHONY: help demo report setup front lock upgrade holes check fmt test docs reference shots bench trust

MESSAGES := $(wildcard src/vernost/locale/*/LC_MESSAGES/*.po)
PYTHONS := $(wildcard src tools bench tests hatch_build.py)
BIN := .venv/bin
DEMO := build/demo
FRONT := src/vernost/ui/static/dist/manifest.json
TABLES := clients invoices interactions ratings complaints acts costs

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

demo: $(FRONT)  ## an invented company in the browser, until Ctrl+C
	$(BIN)/vernost demo --data $(DEMO)

report: .venv/ready  ## the engine alone: a simulated company, assessed, as a report in a file
	@mkdir -p $(DEMO)
	$(BIN)/vernost simulate --clients 400 --seed 1 --profile firm --out $(DEMO)/firm
	$(BIN)/vernost assess $(DEMO)/firm/orders.parquet $(foreach table,$(TABLES),--$(table) $(DEMO)/firm/$(table).parquet) --out $(DEMO)/report
	@echo "Open in a browser: $(CURDIR)/$(DEMO)/report/report.html"

setup: .venv/ready  ## the environment, exactly as locked; does nothing when nothing changed

.venv/ready: requirements.lock pyproject.toml hatch_build.py tools/environment $(MESSAGES)
	@tools/environment

front: $(FRONT)  ## the styles and scripts of the web pages, built with Node from the environment

$(FRONT): .venv/ready package-lock.json $(shell find src/vernost/ui/front -type f)
	@tools/front

lock:  ## requirements.lock anew from pyproject.toml, versions kept where they still fit
	tools/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.12 --all-extras --group dev --group build pyproject.toml -o requirements.lock --custom-compile-command "make lock"

upgrade:  ## requirements.lock with the newest versions that fit
	rm -f requirements.lock
	$(MAKE) lock

holes: .venv/ready  ## for a release: the locked dependencies against the lists of known holes, which the internet has
	@tools/known-holes

check: .venv/ready  ## format, lint, types, layers
	$(BIN)/ruff format --check $(PYTHONS)
	$(BIN)/ruff check $(PYTHONS)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

fmt: .venv/ready  ## format, and mend what ruff can mend
	$(BIN)/ruff format $(PYTHONS)
	$(BIN)/ruff check --fix $(PYTHONS)

test: check $(FRONT)  ## everything that must hold: check, then all tests
	@tools/system-packages
	$(BIN)/pytest -n 2 --dist loadgroup -rs
	tools/postgres-for-tests $(BIN)/pytest -n 2 -q tests/assessment tests/care tests/channels tests/programmes tests/core tests/clients tests/transfer tests/voice tests/office

reference: .venv/ready  ## the pages of docs/ that are made from declarations in the code
	$(BIN)/python -m tools.reference

docs: reference  ## the documentation as a site, in site/
	$(BIN)/zensical build --clean --strict

shots: $(FRONT)  ## pictures of every page of the demo, in build/shots
	@tools/system-packages
	$(BIN)/python -m tools.shots

bench: .venv/ready  ## speed and quality against the peers; takes long
	$(BIN)/python -m bench

trust: $(FRONT)  ## breaks installations on purpose and counts what was lost or doubled (root, for the full disk)
	$(BIN)/python -m bench trust
