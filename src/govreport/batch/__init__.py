"""批量: many reports → tidy tables. `inputs` finds the files, `work` reads one, `tables` makes rows of it, `store`
writes parts whole, `pool` runs workers that may crash, `running` puts them together."""

from .running import Outcome, run

__all__ = ["Outcome", "run"]
