# Every target that runs Python makes its virtual environment first; nothing but Python >= 3.11, make and a C compiler is
# assumed. `make redocly` needs Node besides.
.DEFAULT_GOAL := help
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
PEERS := build/peers
READY := $(VENV)/.installed
# A test that hangs shows where, and ends the run. Not for `live`: there a test may wait for minutes, and must clean up.
GUARD := -o faulthandler_timeout=120 -o faulthandler_exit_on_timeout=true
# The first interpreter that is new enough; override with `make PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# The emulator is on this machine: no proxy stands in between.
export NO_PROXY := $(NO_PROXY),127.0.0.1,localhost
export no_proxy := $(NO_PROXY)

.PHONY: help demo test campaign generate evidence docs redocly redocly-install lint format types contract live mock hostile \
	bench bench-sdk lock peers-lock clean

help:  ## Show this list.
	@awk 'BEGIN {FS = ":.*## "} /^[a-z][a-z-]*:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "make: no Python >= 3.11 with venv and pip found; install one, or run make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON) (first run only) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)  ## Upload, search, chat and download a real video on the emulator.
	@$(BIN)/python -m examples.demo $(ARGS)

test: $(READY)  ## Run every test: units, emulator, contract suite.
	@$(BIN)/python -m pytest $(GUARD) $(ARGS)

campaign: $(READY)  ## Send the emulator requests generated from 20 seeds, 100,000 and more (half an hour).
	@$(BIN)/python -m contract_tests.campaign $(ARGS)

generate: $(READY)  ## Rebuild the client from openapi/ (bundle, validate, lint, generate).
	@$(BIN)/python -m codegen generate

evidence: $(READY)  ## Print how every operation is known, and write it to docs/evidence.md.
	@$(BIN)/python -m codegen evidence

docs: $(READY)  ## Build the API reference as a static page: build/reference/index.html.
	@$(BIN)/python -m codegen reference

redocly-install: node_modules/.package-lock.json

redocly: redocly-install  ## Have Redocly check the spec as well (needs Node).
	@REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true node_modules/.bin/redocly lint $(ARGS)

node_modules/.package-lock.json: package-lock.json
	@node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
		2>/dev/null && command -v npm >/dev/null || { echo "make redocly: install Node >= 20.19 with npm" >&2; exit 1; }
	@npm ci --no-audit --no-fund --ignore-scripts --loglevel=error
	@touch $@

lint: $(READY)  ## Check the style of the code, and the spec.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m codegen lint

format: $(READY)  ## Bring the code into the project's style.
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: $(READY)  ## Check the types with mypy --strict.
	@$(BIN)/mypy

contract: $(READY)  ## Run the contract suite alone (against the emulator).
	@$(BIN)/python -m pytest $(GUARD) contract_tests $(ARGS)

live: $(READY)  ## Run the contract suite against MEMORIES_CONTRACT_URL with MEMORIES_CONTRACT_KEY.
	@test -n "$$MEMORIES_CONTRACT_URL" && test -n "$$MEMORIES_CONTRACT_KEY" || { \
		echo "make live: set MEMORIES_CONTRACT_URL and MEMORIES_CONTRACT_KEY first" >&2; exit 1; }
	@$(BIN)/python -m pytest contract_tests $(ARGS)

mock: $(READY)  ## Start the emulator on http://127.0.0.1:8765.
	@$(BIN)/memories-ai mock $(ARGS)

hostile: $(READY)  ## Attack the emulator with 100,000 hostile requests, and kill it 20 times.
	@PYTHONPATH=tests/mock $(BIN)/python -m hostile $(ARGS)
	@MEMORIES_CRASH_ROUNDS=20 $(BIN)/python -m pytest $(GUARD) -q tests/mock/test_mock_crash.py

bench: $(READY)  ## Measure the emulator, beside a bare application and Prism (that one needs Node).
	@if command -v npm >/dev/null && test ! -d benchmarks/node_modules; then \
		cd benchmarks && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error >/dev/null \
		|| echo "bench: npm could not install Prism" >&2; fi
	@$(BIN)/python -m benchmarks.emulator $(ARGS)

# Other SDKs, to measure ours beside them: not for the project's own environment.
$(PEERS): benchmarks/peers.lock
	@$(BIN)/python -m venv --clear $(PEERS) && $(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check \
		--require-hashes -r benchmarks/peers.lock && touch $(PEERS) \
		|| { echo "bench-sdk: the other SDKs cannot be installed" >&2; rm -rf $(PEERS); }

bench-sdk: $(READY) $(PEERS)  ## Measure the SDK, beside httpx and other SDKs (installed apart, in build/peers).
	@$(BIN)/python -m benchmarks.sdk $(ARGS)

lock: $(READY)  ## Resolve the dependencies anew into requirements.lock.
	@$(BIN)/uv pip compile pyproject.toml --group dev --all-extras --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --upgrade --quiet \
		--custom-compile-command "make lock" --output-file requirements.lock

peers-lock: $(READY)
	@$(BIN)/uv pip compile benchmarks/peers.in --constraint requirements.lock --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-annotate --upgrade --quiet \
		--custom-compile-command "make peers-lock" --output-file benchmarks/peers.lock

clean:  ## Remove the virtual environment and caches.
	@rm -rf $(VENV) node_modules benchmarks/node_modules build .mypy_cache .ruff_cache .pytest_cache .hypothesis
