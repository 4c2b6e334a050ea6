# make serve   write and look, with live reload      make test    every test, as CI runs them
# make build   the finished site in site/            make check   the quick part
# make faults  the faults of the content, as `unruffled check` lists them
# make scripts  scripts and styles: their form, their types, and what runs without a browser
# make bench   speed and size, measured              make lock    renew the two lock files
# make words   the catalogue of what readers see and no author wrote, from where it is used
# make release  both distributions in dist/, with digests and changes; DRAFT=1 before a version has its part in CHANGELOG.md
# make soak    files changed by chance, for 20 minutes of processor time; MINUTES=5 for fewer

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# What checks and tests the scripts comes from npm, which is run by the Node of requirements.lock.
# Writing and building need none of it.
TOOLS := node_modules/.ready
NODE := $(BIN)/node
# The tests of this handbook's own words. A fork that changes the code leaves them out: make test WORDS=
WORDS := tests/content
# The theme prints a notice about its engine's future at every build; our output stays readable.
export NO_MKDOCS_2_WARNING := 1
# Compiled modules are kept, whatever the environment says: else each process compiles all of them.
unexport PYTHONDONTWRITEBYTECODE
# Where make can, it prints what a target says when that has ended: several run beside each other.
BESIDE = $(MAKE) --no-print-directory -j3 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

# What `make check` runs beside each other; the longest begins first.
CHECKS := quick types scripts faults form

.PHONY: serve build $(CHECKS) words check test bench soak release screenshots lock format clean

serve: $(READY)
	$(BIN)/mkdocs serve

build: $(READY)
	$(BIN)/mkdocs build --strict

faults: $(READY)
	$(BIN)/unruffled check $(if $(GITHUB_ACTIONS),--format github)

scripts: $(TOOLS)
	$(NODE) node_modules/@biomejs/biome/bin/biome check --error-on-warnings
	$(NODE) node_modules/typescript/bin/tsc --project .
	$(NODE) node_modules/typescript/bin/tsc --project hooks/unruffled/browser/worker
	$(NODE) --test --test-reporter=dot tests/js/*.test.js

words: $(READY)
	$(BIN)/python -m unruffled.words.extract

check: $(TOOLS)
	$(BESIDE) $(CHECKS)

quick: $(READY)
	$(BIN)/pytest -q -n auto --dist worksteal -m "not thorough" tests/unit tests/faults $(WORDS)

types: $(READY)
	$(BIN)/mypy
	for each in $(wildcard tests/*/conftest.py); do $(BIN)/mypy --no-error-summary $$each || exit 1; done

form: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

test: check
	$(BIN)/python tests/browser_setup.py
	$(BIN)/python tests/server_setup.py
	$(BIN)/python tests/lrs_setup.py
	$(BIN)/pytest -q -n auto --dist worksteal -m thorough tests/unit tests/faults
	$(BIN)/pytest -q -n auto --dist worksteal tests/build tests/browser

bench: $(READY)
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/browser_setup.py
	$(BIN)/python tests/bench/answers.py
	$(BIN)/python tests/bench/finder.py
	$(BIN)/python tests/bench/questions.py
	$(BIN)/python tests/bench/record.py
	$(BIN)/python tests/bench/scenario.py
	$(BIN)/python tests/bench/slow_network.py
	$(BIN)/python tests/bench/team.py

SOAKS := $(sort $(wildcard tests/soak/*.py))
MINUTES ?= 20

soak: $(READY)
	$(BIN)/python tests/browser_setup.py
	share=$$(awk 'BEGIN { print $(MINUTES) / $(words $(SOAKS)) }'); failed=0; \
	for each in $(SOAKS); do $(BIN)/python $$each --minutes $$share || failed=1; done; exit $$failed

release: $(READY)
	$(BIN)/python .ci/release.py $(if $(DRAFT),--draft)

screenshots: $(READY)
	$(BIN)/python tests/screenshots.py

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" -q -o requirements.lock
	$(BIN)/npm install --package-lock-only --ignore-scripts --silent
	touch $(READY) $(wildcard $(TOOLS))

format: $(TOOLS)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(NODE) node_modules/@biomejs/biome/bin/biome format --write

clean:
	rm -rf $(VENV) node_modules site dist

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(TOOLS): package-lock.json package.json $(READY)
	$(BIN)/npm ci --ignore-scripts --silent
	touch $@
