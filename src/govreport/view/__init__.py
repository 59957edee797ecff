"""审阅页: a report with what the library found out about it, as one page for people who do not program."""

from .page import view

__all__ = ["view"]
