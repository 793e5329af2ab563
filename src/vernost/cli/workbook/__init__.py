"""assessment.xlsx: the judgement as a workbook that people filter and sort."""

from vernost.cli.workbook.book import write_workbook

__all__ = ["write_workbook"]
