# Bernoulli Lab. `make help` lists what can be done here; each command sets up what it needs first.

PYTHON_IN_VENV := .venv/bin/python
ARGS ?=

# core/ is held at 100 % of its lines and branches. ARGS, which choose some of the tests, lift that.
COVERAGE := --cov=core --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=100
# All tests at once go side by side, neighbours together: they take half the time.
SIDE_BY_SIDE := -n 2 --dist worksteal

.DEFAULT_GOAL := help
.PHONY: help run test bench lint format screenshots translations clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo '  ARGS="..." hands arguments on: make run ARGS="1011 --pi 0.3", make test ARGS="tests/core"'
	@echo '  PYTHON=... chooses the Python: make run PYTHON=python3.12'

run: ## start the program; with no display, draw its window to bernoulli-lab.png
	@sh scripts/setup.sh run
	@sh scripts/run.sh $(ARGS)

test: ## run the tests, with core/ held at 100 % line and branch coverage
	@sh scripts/setup.sh test
	@$(PYTHON_IN_VENV) -m pytest $(or $(ARGS),$(SIDE_BY_SIDE) $(COVERAGE))

bench: ## print one table of times beside those of peers and floors
	@sh scripts/setup.sh bench
	@$(PYTHON_IN_VENV) -m benchmarks.run $(ARGS)

lint: ## check style and types with ruff and mypy
	@sh scripts/setup.sh lint
	@$(PYTHON_IN_VENV) -m ruff check .
	@$(PYTHON_IN_VENV) -m ruff format --check .
	@$(PYTHON_IN_VENV) -m mypy

format: ## put the code into ruff's format
	@sh scripts/setup.sh lint
	@$(PYTHON_IN_VENV) -m ruff check --fix --quiet .
	@$(PYTHON_IN_VENV) -m ruff format .

screenshots: ## let the program draw the pictures and the gallery in docs/ anew
	@sh scripts/setup.sh run
	@$(PYTHON_IN_VENV) scripts/gallery.py

translations: ## collect the strings of gui/ into resources/translations and compile them
	@sh scripts/setup.sh translations
	@$(PYTHON_IN_VENV) scripts/translations.py

clean: ## remove .venv and everything else that these commands made
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage htmlcov bernoulli-lab.png
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
