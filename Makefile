# make serve   write and look, with live reload      make test    every test, as CI runs them
# make build   the finished site in site/            make check   the quick part, under a minute
# make bench   speed and size, measured              make lock    renew requirements.lock

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The theme prints a notice about its engine's future at every build; our output stays readable.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build check test bench screenshots lock format clean

serve: $(READY)
	$(BIN)/mkdocs serve

build: $(READY)
	$(BIN)/mkdocs build --strict

check: $(READY)
	$(BIN)/unruffled check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pytest -q -n auto --dist worksteal -m "not thorough" tests/unit tests/faults tests/content

test: check
	$(BIN)/python tests/browser_setup.py
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
	$(BIN)/python tests/bench/team.py

screenshots: $(READY)
	$(BIN)/python tests/screenshots.py

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --custom-compile-command "make lock" -q -o requirements.lock
	touch $(READY)

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) site

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@
