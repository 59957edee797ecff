"""PDF, in only."""

from .reader import read

__all__ = ["read"]
