# The commands of this project; `make` lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Compiled modules are what makes the second start quick, whatever the machine's habit.
export PYTHONDONTWRITEBYTECODE :=

PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/python scripts/uv.py
FRONTEND := $(shell find lms/frontend -type f)
LOCK := pip compile pyproject.toml --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header -q

.PHONY: help run test test-services bench-pages bench-reports bench-toolkit drill-reminders bench-roster check-office screenshots setup assets lock format clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## Set up what is missing and start the site on http://localhost:8000 (PORT=9000 for another)
	@$(BIN)/python scripts/port.py $(PORT)
	@$(BIN)/python scripts/prepare_database.py
	@export WEB_PORT=$(PORT) DJANGO_SETTINGS_MODULE=$${DJANGO_SETTINGS_MODULE:-lms.settings.development}; \
	$(BIN)/python scripts/announce.py http://localhost:$(PORT) & \
	$(BIN)/honcho start; code=$$?; \
	case $$code in 130|143) exit 0;; *) exit $$code;; esac

test: setup ## Every check and every test, the browser's too
	@sh scripts/chromium.sh
	@$(BIN)/python scripts/checks.py

test-services: setup ## The same tests on PostgreSQL and Redis (its own, unless DATABASE_URL and CELERY_BROKER_URL are set)
	@sh scripts/chromium.sh
	@sh scripts/services.sh
	@$(BIN)/python scripts/services.py $(BIN)/python scripts/checks.py pytest

bench-pages: setup ## Requests per second and p95 of the main pages on its own PostgreSQL
	@sh scripts/services.sh
	@$(BIN)/python scripts/services.py --durable $(BIN)/python -m tests.benchmarks.pages

drill-reminders: setup ## Remind 200 people on both brokers while workers die, beats double and mail servers fail
	@sh scripts/services.sh
	@$(BIN)/python -m tests.drills.reminders

bench-roster: setup ## Check and apply a list of 10,000 people, beside a bare parse of the same file
	@$(BIN)/python -m tests.benchmarks.roster

bench-reports: setup ## Dashboard, lists and files at up to 100,000 people on its own PostgreSQL
	@sh scripts/services.sh
	@$(BIN)/python scripts/services.py --durable $(BIN)/python -m tests.benchmarks.reports

bench-toolkit: setup ## Public pages, search over 20,000 of them and a list of 5,000 documents on its own PostgreSQL
	@sh scripts/services.sh
	@$(BIN)/python scripts/services.py --durable $(BIN)/python -m tests.benchmarks.toolkit

check-office: setup ## Open every Office file the site gives out in LibreOffice
	@sh scripts/office.sh
	@$(BIN)/python -m tests.drills.office

screenshots: setup ## Photograph the pages that the documents show
	@sh scripts/chromium.sh
	@$(BIN)/python scripts/screenshots.py

setup: .venv/.synced node_modules/.installed lms/static/build/.built lms/static/build/fonts/.made

assets: lms/static/build/.built lms/static/build/fonts/.made ## Build styles, scripts and typefaces

.venv/bin/uv: requirements/uv.txt
	@echo "Making the virtual environment"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.synced: requirements/dev.txt .venv/bin/uv
	@echo "Installing the Python requirements"
	@$(UV) pip sync --quiet --require-hashes requirements/dev.txt
	@touch $@

node_modules/.installed: package.json package-lock.json
	@echo "Installing the front-end requirements"
	@npm ci --silent
	@touch $@

lms/static/build/.built: $(FRONTEND) node_modules/.installed
	@echo "Building styles and scripts"
	@node lms/frontend/build.js
	@touch $@

lms/static/build/fonts/.made: lms/frontend/fonts.py node_modules/.installed .venv/.synced
	@$(BIN)/python lms/frontend/fonts.py >/dev/null
	@touch $@

lock: .venv/bin/uv ## Resolve the requirements anew, with hashes
	@$(UV) $(LOCK) --upgrade -o requirements/base.txt
	@$(UV) $(LOCK) --extra dev -c requirements/base.txt -o requirements/dev.txt
	@echo uv | $(UV) pip compile - --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
		--no-annotate --upgrade -q -o requirements/uv.txt
	@npm install --package-lock-only --silent

format: .venv/.synced ## Format and mend Python and templates as the checks want them
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

clean: ## Remove what was built and everything under var/, the embedded database too
	rm -rf .venv node_modules lms/static/build var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
