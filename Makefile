# make draft   draft a note from examples/, offline
# make test    lint, types, imports, every test
PYTHON ?= python3
BIN := .venv/bin
PIP := .venv/bin/python -m pip --quiet --disable-pip-version-check
RUN := .venv/.run
READY := .venv/.ready
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

.PHONY: draft test lint lock train meta rules bench record clean

draft: $(RUN)
	@$(BIN)/afternote draft examples/notes.txt --offline

test: lint meta
	$(BIN)/pytest -q

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

train: $(READY)
	$(BIN)/python evals/rules/train.py
	$(BIN)/python evals/grounding/train.py

meta: $(READY)
	@$(BIN)/python evals/rules/meta.py > .venv/meta.txt || { cat .venv/meta.txt; exit 1; }
	@grep -A 8 "whole notes   " .venv/meta.txt

rules: $(READY)
	$(BIN)/python -m afternote.rules.page > RULES.md

bench: $(READY)
	$(BIN)/python evals/bench/bench.py $(if $(MODEL),--model $(MODEL))
	$(BIN)/python evals/bench/serving.py
	$(BIN)/python evals/bench/batch.py

record: $(READY)
	$(BIN)/pytest -q tests/models/test_recorded.py --record-mode=rewrite

# what the command needs, and nothing else
$(RUN): pyproject.toml requirements.lock
	@$(PYTHON) -m venv .venv
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps -e .
	@touch $@

# what developing it needs besides
$(READY): $(RUN) requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# after a change of dependencies: hashes, no addresses
lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml $(LOCK) -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml $(LOCK) --extra serve --extra mcp --extra stats \
		--extra otel --extra state --extra cluster \
		--group dev --group train -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv dist build
