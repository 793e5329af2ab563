"""A seeded company with known truth, for tests, documents, benchmarks and the demo."""

from vernost.engine.simulate.company import Simulated, simulate
from vernost.engine.simulate.profile import Archetype, Profile
from vernost.engine.simulate.profiles import CROWD, FIRM, LEAVERS, PROFILES, STATIONARY
from vernost.engine.simulate.truth import TRUTH
from vernost.engine.simulate.writing import simulate_to

__all__ = [
    "CROWD",
    "FIRM",
    "LEAVERS",
    "PROFILES",
    "STATIONARY",
    "TRUTH",
    "Archetype",
    "Profile",
    "Simulated",
    "simulate",
    "simulate_to",
]
