.DEFAULT_GOAL := help
.PHONY: help run dev manage test check bench score points

# Variables, on the command line or in the environment: PORT HOST DATA_DIR DATABASE_URL MIGRATE_DATABASE_URL
# DEMO_PASSWORD ALLOWED_HOSTS; PYTHON names the interpreter for .venv; BROWSER=0 leaves browser tests out.
PYTHON ?= python3
BROWSER ?= 1
WORKERS ?= 2
PY := .venv/bin/python

help: ## say what can be done
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

run: ## install, prepare and serve the site on http://127.0.0.1:8000 as production does; Ctrl-C stops it
	@sh .ci/venv "$(PYTHON)" requirements.txt
	@sh .ci/plotly
	@exec $(PY) -m tracker.launch run

dev: ## the same with DEBUG on and reloading
	@sh .ci/venv "$(PYTHON)" requirements.txt
	@sh .ci/plotly
	@exec $(PY) -m tracker.launch dev

manage: ## one of Django's commands on the same database: make manage DO="import_claims claims.csv"
	@sh .ci/venv "$(PYTHON)" requirements.txt
	@exec $(PY) -m tracker.launch manage $(DO)

test: ## every test, on a throw-away database; BROWSER=0 leaves browser tests out
	@sh .ci/venv "$(PYTHON)" requirements.txt tests/requirements.txt
	@[ "$(BROWSER)" = 0 ] || { sh .ci/chromium && sh .ci/plotly; }
	@exec $(PY) -m pytest -n $(WORKERS) $(if $(filter 0,$(BROWSER)),-m "not browser") $(ARGS)

bench: ## the budgets, measured on the demo in a throw-away database
	@sh .ci/venv "$(PYTHON)" requirements.txt tests/requirements.txt
	@sh .ci/plotly
	@exec $(PY) -m tests.bench

score: ## how well the reader finds figures: own articles, and the practice set where it lies beside
	@sh .ci/venv "$(PYTHON)" requirements.txt tests/requirements.txt
	@exec $(PY) -m tests.score $(ARGS)

points: ## fit the points of one field of reading to labelled articles: make points FIELD=claimant FOLDERS="one two"
	@sh .ci/venv "$(PYTHON)" requirements.txt tests/requirements.txt
	@exec $(PY) -m tests.fitting $(FIELD) $(FOLDERS)

check: ## format, lint, types, room arrows, sizes, missing migrations, templates
	@sh .ci/venv "$(PYTHON)" requirements.txt tests/requirements.txt
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) -m djlint templates --lint --quiet
	$(PY) -m pytest -q tests/test_rooms.py tests/test_sizes.py
	$(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
