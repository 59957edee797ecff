"""GR4xx, years and names (年份与名称): what is left over from last year or from elsewhere, and what is misnamed."""

from . import answers, citations, dates, names, periods, previous, report_year, statutes

__all__ = ["answers", "citations", "dates", "names", "periods", "previous", "report_year", "statutes"]
