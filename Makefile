# `make app` starts the workbook, `make test` checks everything. Both set up what they need; a second run starts at once.
PYTHON ?= python3
BIN    := .venv/bin
READY  := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help app lab test lint bench lock front charts

help:            ## show the commands
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-7s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml scripts/setup.py $(wildcard ldcase/pages/static/* ldcase/pages/template/* ldcase/pages/template/static/*)
	@$(PYTHON) scripts/setup.py
	@touch $(READY)

app: $(READY)    ## start the workbook in the browser
	@$(BIN)/ldcase app

# JupyterLab asks the network for news, updates and extensions, and people whether it may, unless it is told not to.
QUIET_LAB := --LabApp.app_settings_dir=scripts/jupyterlab --LabApp.news_url=None --LabApp.extension_manager=readonly \
	--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate

lab: $(READY)    ## open the notebooks in JupyterLab
	@$(BIN)/jupyter lab --ServerApp.ip=127.0.0.1 --ServerApp.root_dir=workbooks \
		--LabApp.default_url=/lab/tree/analysis.ipynb $(QUIET_LAB)

# What is compiled is kept, whatever the environment says: each process of a run would compile all of it anew.
test bench: export PYTHONDONTWRITEBYTECODE :=

# The order of the files is that of tests/conftest.py, not xdist's, which puts files of few and long tests last.
test: $(READY)   ## check the style, the types and every test, the browser included
	@$(BIN)/python scripts/programs.py
	@$(MAKE) --no-print-directory lint
	@$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

lint: $(READY)   ## check the style, the types and the direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(READY)  ## measure speed and memory
	@$(BIN)/python scripts/programs.py
	@$(BIN)/python -m benchmarks

lock: $(READY)   ## write requirements.lock anew from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra test --group build --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --upgrade --quiet --output-file requirements.lock

charts: $(READY) ## compile the chart specifications that are delivered with the package
	@$(BIN)/python -m ldcase.charts

front:           ## build the browser's part: pages/front into pages/static, pages/client into pages/template/static
	@for part in front client; do (cd ldcase/pages/$$part && npm ci --no-audit --no-fund && npm run build) || exit 1; done
	@if [ -x $(BIN)/uv ]; then $(PYTHON) scripts/setup.py; fi
