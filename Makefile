# For developers. Users install the wheel: pipx install atbalss
PYTHON ?= python3
SERVE ?= yes

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

.PHONY: setup demo test lint bench soak lock answers clean

setup: ## make .venv with everything in it
	@$(PYTHON) tools/setup.py

demo: setup ## make the example report into out/
	@$(BIN)/python tools/demo.py $(if $(filter no,$(SERVE)),--no-serve,)

test: setup ## all tests; says loudly what it had to skip
	@$(BIN)/python tools/test.py

lint: setup ## ruff, mypy, import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup ## measurements; results go to docs/performance.md by hand
	@$(BIN)/python bench/report.py
	@$(BIN)/python bench/tabulation.py $(BENCH)
	@$(BIN)/python bench/site.py

soak: setup ## every property again with twenty other seeds; 200 kills -9 of the site under load; every page in each role, language and width; robot interviewers at once
	@$(BIN)/python tools/soak.py
	@$(BIN)/python tools/soak_calls.py
	@$(BIN)/python tools/soak_calls.py --postgres

lock: setup ## renew the hashed lock (needs uv in .venv)
	@$(BIN)/python tools/lock.py

answers: setup ## make the invented answers of the example studies again
	@$(BIN)/atbalss rehearse studies/vpvkac --targets --coders --seed 2024 --out studies/vpvkac/waves/2024

clean:
	@$(PYTHON) tools/setup.py --clean
