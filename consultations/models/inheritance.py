"""Whose work an account of a department goes on with."""

from typing import Any

from django.db.models.expressions import RawSQL
from django.utils import timezone

from consultations.models.accounts import User
from consultations.models.departments import DepartmentSuccession

_CHAIN = """
    WITH RECURSIVE own(id) AS (
        {first}
        UNION
        SELECT predecessor_id FROM {successions} JOIN own ON successor_id = own.id WHERE date <= %s
    )
    SELECT id FROM own
"""


def own_and_inherited(user: User) -> RawSQL:
    """The departments of the account and all whose work has come to them by today, for a lookup with __in.

    Part of the statement that asks, so that a page costs the same for any chain; UNION ends where work came back.
    """
    members = User.departments.through._meta.db_table
    return _chain(f"SELECT department_id FROM {members} WHERE user_id = %s", user.pk)  # noqa: S608  # a name of ours


def papers_of_own(user: User, lines: Any, sort: str) -> RawSQL:
    """The papers of these departments, for a lookup with __in: `lines` are their rows, `sort` names their paper.

    Written out, for desks ask it of everything they show.
    """
    departments = own_and_inherited(user)
    table = lines.model._meta.db_table
    papers = f"SELECT {sort}_id FROM {table} WHERE department_id IN ({departments.sql})"  # noqa: S608  # names of ours
    return RawSQL(papers, departments.params)  # noqa: S611  # names of ours


def with_inherited(department: int) -> RawSQL:
    """The department of this key and all whose work has come to it by today, for a lookup with __in."""
    return _chain("SELECT CAST(%s AS BIGINT)", department)


def _chain(first: str, value: int) -> RawSQL:
    """`first` is the statement, with one parameter, that names the departments the chain begins with."""
    successions = DepartmentSuccession._meta.db_table
    today = timezone.localdate().isoformat()
    return RawSQL(_CHAIN.format(first=first, successions=successions), (value, today))  # noqa: S611  # names of ours
