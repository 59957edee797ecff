"""How Sphinx builds the site; docs/README.md has the command."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import govreport  # noqa: E402

project = "govreport"
author = "govreport contributors"
copyright = f"2026, {author}"
version = release = govreport.__version__
language = "zh_CN"

extensions = ["myst_parser", "_generate"]
exclude_patterns = ["_build", "_generate", "README.md"]

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4

html_theme = "furo"
html_title = f"govreport {version}"
html_show_sphinx = False
# nothing is fetched from elsewhere by a reader's browser
html_theme_options = {"top_of_page_buttons": []}
