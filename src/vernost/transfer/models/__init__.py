from vernost.transfer.models.batch import ImportBatch
from vernost.transfer.models.erasure import Erasure
from vernost.transfer.models.export import ExportRun
from vernost.transfer.models.mapping import RememberedPlan
from vernost.transfer.models.run import ImportRun

__all__ = ["Erasure", "ExportRun", "ImportBatch", "ImportRun", "RememberedPlan"]
