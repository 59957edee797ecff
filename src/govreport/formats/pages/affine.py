"""Affine maps (a, b, c, d, e, f) as PDF and OFD write them: a point (x, y) goes to (ax + cy + e, bx + dy + f)."""

from __future__ import annotations

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
UNMOVED: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def moved(matrix: Matrix, point: Point) -> Point:
    """Where a point goes.

    >>> moved((2, 0, 0, 2, 10, 0), (1, 3))
    (12, 6)
    """
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def times(one: Matrix, other: Matrix) -> Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = one
    x, y = moved(other, (e, f))
    p, q, r, s, _, _ = other
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, x, y
