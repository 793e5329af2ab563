"""`python -m vernost.cli`."""

from vernost.cli.main import main

main()
