"""Amounts (数额) as a text writes them: value, and how exact the last digit is."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from ...facts.figures import SCALES

NUMBER = r"[0-9]{1,12}(?:,[0-9]{3})*(?:\.[0-9]{1,4})?"
SCALE = "万亿|[万亿]"
UNIT = "%|个百分点|倍|[^\\s0-9，。；、：（）()“”《》%～—-]{0,4}"


@frozen
class Amount:
    """A number as written: `unit_in_last_place` is what its last digit counts; numbers are rounded or cut off there."""

    value: Decimal
    unit_in_last_place: Decimal

    @property
    def least(self) -> Decimal:
        """The least that may be meant; whole numbers without 万 or 亿 are exact."""
        return self.value if self.unit_in_last_place == 1 else self.value - self.unit_in_last_place / 2

    @property
    def most(self) -> Decimal:
        """The most that may be meant, if it was cut off."""
        return self.value if self.unit_in_last_place == 1 else self.value + self.unit_in_last_place


def amount(number: str, scale: str | None = None) -> Amount:
    """The amount of a number and its scale; integers without one are exact to 1.

    >>> amount("1,234.5", "万")
    Amount(value=Decimal('12345000.0'), unit_in_last_place=Decimal('1000.0'))
    """
    plain = number.replace(",", "")
    factor = Decimal(SCALES[scale]) if scale else Decimal(1)
    _, _, decimals = plain.partition(".")
    return Amount(Decimal(plain) * factor, factor * Decimal(10) ** -len(decimals))


def agrees(stated: Amount, least: Decimal, most: Decimal) -> bool:
    """Whether a stated number fits into a range, rounded or cut off.

    >>> agrees(amount("72.9"), Decimal("72.97"), Decimal("72.97")), agrees(amount("72"), Decimal("75"), Decimal("76"))
    (True, False)
    """
    unit = stated.unit_in_last_place
    return stated.value - unit / 2 <= most and stated.value + unit > least


def plain(value: Decimal) -> str:
    """A number without needless zeros.

    >>> plain(Decimal("12.30")), plain(Decimal("100"))
    ('12.3', '100')
    """
    text = format(round(value, 2), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
