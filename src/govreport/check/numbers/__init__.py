"""GR3xx, numbers (数字关系): sums, tables, growth, shares, figures that contradict each other."""

from . import agreement, growth, moves, shares, sums, tables

__all__ = ["agreement", "growth", "moves", "shares", "sums", "tables"]
