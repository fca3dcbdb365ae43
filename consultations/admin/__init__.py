"""Reference data and accounts in the admin; the daily work has pages of its own."""

from consultations.admin import accounts, departments, law, municipality

__all__ = ["accounts", "departments", "law", "municipality"]
