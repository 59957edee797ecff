"""GR2xx, kinds (文种): what a report of its kind must have, in which order, under which titles.

What is asked for is data: `kinds/*.toml`, see `kinds.contract`. A report of no known kind is asked for nothing.
"""

from . import content, sections, tables

__all__ = ["content", "sections", "tables"]
