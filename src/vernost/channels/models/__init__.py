from vernost.channels.models.letter import Letter
from vernost.channels.models.outlet import OutletState

__all__ = ["Letter", "OutletState"]
