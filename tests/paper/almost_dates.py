"""Texts that begin like a date again and again: what a search with a careless pattern comes to grief on."""

ALMOST_DATES = (
    "令 和 ",
    "令和４年   ",
    "２０２",
    "令和1　　　1　　　1　　　",
    "　",
    "（令和４年１月１日（",
)


def of_length(odd: str, length: int) -> str:
    """`odd` over and over, about `length` characters and a multiple of ten times."""
    return odd * (length // len(odd) // 10 * 10)
