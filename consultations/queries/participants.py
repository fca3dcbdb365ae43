"""Who has a part in a paper: the secretariat, and the accounts of its departments and of those that took over."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from consultations.enums import Role
from consultations.models import DepartmentSuccession, User
from consultations.models.inheritance import own_and_inherited
from consultations.models.paper import Paper

_HEIRS = """
    WITH RECURSIVE heirs(id) AS (
        SELECT department_id FROM {lines} WHERE {sort}_id = %s AND department_id IS NOT NULL
        UNION
        SELECT successor_id FROM {successions} JOIN heirs ON predecessor_id = heirs.id WHERE date <= %s
    )
    SELECT id FROM heirs
"""


def is_of_own_department(user: User, paper: Paper) -> bool:
    """Whether it is a paper of a department of this account, or of one whose work has come to it."""
    papers: Any = type(paper)._default_manager
    return bool(papers.filter(pk=paper.pk, departments__department__in=own_and_inherited(user)).exists())


def takes_part(user: User, paper: Paper) -> bool:
    """Whether a person who sees the paper works on it, too; others see what was published, and that alone."""
    match user.role:
        case Role.SECRETARIAT:
            return True
        case Role.DEPARTMENT:
            return paper.published_on is None or is_of_own_department(user, paper)
        case _:
            return False


def secretariat() -> QuerySet[User]:
    return User.objects.filter(role=Role.SECRETARIAT)


def people_of_departments(paper: Paper) -> QuerySet[User]:
    """Of the departments in charge and of all that have taken over their work by today; one statement."""
    own: Any = paper
    tables = {
        "lines": own.departments.model._meta.db_table,
        "sort": paper._meta.model_name,
        "successions": DepartmentSuccession._meta.db_table,
    }
    heirs = RawSQL(_HEIRS.format(**tables), (paper.pk, timezone.localdate().isoformat()))  # noqa: S611  # only names of tables are put in
    bound = User.departments.through._default_manager.filter(user=OuterRef("pk"), department__in=heirs)
    return User.objects.filter(Exists(bound), role=Role.DEPARTMENT)
