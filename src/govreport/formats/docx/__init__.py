"""DOCX, in (`reader`) and out (`writer`)."""

from .reader import read

__all__ = ["read"]
