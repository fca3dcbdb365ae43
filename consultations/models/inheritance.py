"""Whose work an account of a department goes on with."""

from django.db.models.expressions import RawSQL
from django.utils import timezone

from consultations.models.accounts import User
from consultations.models.departments import DepartmentSuccession

_CHAIN = """
    WITH RECURSIVE own(id) AS (
        SELECT department_id FROM {members} WHERE user_id = %s
        UNION
        SELECT predecessor_id FROM {successions} JOIN own ON successor_id = own.id WHERE date <= %s
    )
    SELECT id FROM own
"""


def own_and_inherited(user: User) -> RawSQL:
    """The departments of the account and all whose work has come to them by today, for a lookup with __in.

    Part of the statement that asks, so that a page costs the same for any chain; UNION ends where work came back.
    """
    tables = {
        "members": User.departments.through._meta.db_table,
        "successions": DepartmentSuccession._meta.db_table,
    }
    today = timezone.localdate().isoformat()
    return RawSQL(_CHAIN.format(**tables), (user.pk, today))  # noqa: S611  # only names of tables are put in
