"""The command line: `govreport show|convert|metrics|schema`. One file a command, no logic of its own.

Data goes to standard output, everything else to standard error. Exit code 0: fine; 2: wrong use, or a file that
can't be read or written, said in one sentence.
"""

from __future__ import annotations


def main() -> None:
    """Entry point of the `govreport` command and of ``python -m govreport``."""
    from .main import cli

    cli()
