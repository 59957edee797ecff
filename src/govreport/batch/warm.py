"""Loads, when imported, what every document needs: imported once before workers are forked, they all share it."""

import gc

from ..api import parse

TEXT = (
    "某县2024年工作总结\n一、工作情况\n（一）办件。全年办件30件，同比增长5.2%。\n二、2025年工作打算\n办件40件以上。\n"
)

parse(TEXT)
gc.collect()
gc.freeze()  # what is loaded stays, so the collector needn't walk it, and its pages stay shared
