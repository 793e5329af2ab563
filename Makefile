# The front door. `make demo` starts the product, `make test` runs every test.
.PHONY: setup lock

setup:
	uv venv -q --allow-existing --python 3.13
	uv pip sync -q requirements.lock
	uv pip install -q --no-deps --no-build-isolation -e . || uv pip install -q --no-deps -e .

lock:
	uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.13 --all-extras --group dev --group build pyproject.toml -o requirements.lock
