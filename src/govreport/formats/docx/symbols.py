"""Characters that Word keeps apart from text: `w:sym` of symbol fonts, and elements that are one character each."""

from __future__ import annotations

CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Elements of a run; w:softHyphen shows nothing."""
SOFT_HYPHEN = "\u00ad"


def _table(pairs: str) -> dict[str, str]:
    """Codes and characters: 6C● 6E■."""
    return {pair[:2]: pair[2:] for pair in pairs.split()}


WINGDINGS = _table(
    "4A☺ 4C☹ 52☑ 6C● 6D❍ 6E■ 6F□ 70□ 71❑ 72❒ 74⧫ 75◆ 76❖ 77⬥ A1○ A4◉ A7▪ A8□ AB★ D8➢ DF← E0→ E1↑ E2↓ FB✗ FC✓ FD☒ FE☑"
)
WINGDINGS_2 = _table("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 96• 97● 98● A2■ A3□")
SYMBOL = _table(
    "44Δ 57Ω 61α 62β 67γ 6Dμ 70π 71θ 73σ A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B7• B8÷ B9≠ BA≡ BB≈ BC… D6√"
)
FONTS = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "symbol": SYMBOL}


def symbol(font: str, code: str) -> str:
    """The character of a `w:sym`, as reports use them; others keep their code, codes that are none show nothing.

    >>> symbol("Wingdings", "F0FE"), symbol("Symbol", "F0B7"), symbol("Wingdings 2", "00A3"), symbol("宋体", "2116")
    ('☑', '•', '□', '№')
    """
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    names = FONTS.get(font.lower())
    found = names.get(f"{value & 0xFF:02X}") if names is not None and value & ~0xFF in (0, 0xF000) else None
    if found:
        return found
    return chr(value) if 0x20 <= value <= 0xFFFD and not 0xD800 <= value <= 0xDFFF else ""
