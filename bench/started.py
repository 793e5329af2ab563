"""`python -m bench.started <module> <words…>`: sets Django up, then runs `main(words)` of the module.

So the module imports models at its top, like any other.
"""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(sys.argv[1]).main(sys.argv[2:])
