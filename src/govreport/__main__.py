"""``python -m govreport`` is the `govreport` command."""

from .cli import main

if __name__ == "__main__":
    main()
