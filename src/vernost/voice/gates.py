"""What of the talks with clients may be objected to by apps that judge clients (core/gates.py)."""

from vernost.core.gates import Gate

FREE_WORK = Gate("free_work")
