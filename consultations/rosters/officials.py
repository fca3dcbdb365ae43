"""職員 as a table: a line is a post that somebody holds."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial

from django.utils import timezone

from consultations.models import Department, DepartmentName, Official, Post
from consultations.models.dated import Dated, holds_on
from consultations.rosters.people import People
from consultations.rosters.playing import Roster
from consultations.rosters.steps import Step, fill, meant, outcome_of
from consultations.rosters.table import Column, Row, Unreadable
from consultations.services.officials import appoint
from consultations.services.rows import store
from paper.digits import level


class Officials(Roster):
    """Somebody with two posts has two lines."""

    columns = (
        Column("name", ("氏名", "名前", "職員名", "職員氏名"), is_needed=True),
        Column("reading", ("読み", "よみ", "ふりがな", "フリガナ")),
        Column("department", ("所属", "所管課", "課", "課名", "部署", "所属名")),
        Column("title", ("職名", "職", "役職"), is_needed=True),
        Column("valid_from", ("就任日", "開始日", "発令日", "任命日"), is_day=True),
        Column("valid_to", ("退任日", "終了日"), is_day=True),
    )
    base = Official.objects.all()

    def __init__(self) -> None:
        self.lines: dict[int, int] = {}
        self.departments: dict[str, list[DepartmentName]] = defaultdict(list)
        for name in DepartmentName.objects.select_related("department"):
            self.departments[name.search_key].append(name)
        self.people = People(Official.objects.prefetch_related("posts__department__names"))
        self.posts = {id(person): list(person.posts.all()) for person in self.people.stored}

    def step(self, row: Row) -> Step:
        department = self._department(row)
        official = self.people.named(row, Official)
        posts = self.posts.setdefault(id(official), [])
        held = _alike(posts, department, row.texts["title"])
        post = meant(held, row.days["valid_from"], row.days["valid_to"])
        if post is None:
            post = Post(department=department, title="")
            posts.append(post)
        elif id(post) in self.lines:
            raise Unreadable(f"{self.lines[id(post)]}行目と同じ職です。どちらかの行を外してください。")
        self.lines[id(post)] = row.line
        was_open = post.valid_to is None
        of_person = fill(official, reading=row.texts["reading"])
        differences = of_person + fill(post, title=post.title or row.texts["title"], **row.days)
        name = _said(official, post, row.texts["department"] or str(post.department or ""))
        act = partial(_keep, official if of_person else None, partial(appoint, official, post, posts))
        return Step(row.line, outcome_of(post, differences, was_open), name, differences, act)

    def unseen(self, day: datetime.date) -> Iterable[tuple[str, Dated]]:
        for official in self.people.stored:
            for post in self.posts[id(official)]:
                if post.pk and id(post) not in self.lines and holds_on(post, day) and post.valid_to != day:
                    yield _said(official, post, str(post.department or "")), post

    def _department(self, row: Row) -> Department | None:
        """Under its name of the first day, or else any that it bore; None for a post that has none."""
        typed = row.texts["department"]
        if not typed:
            return None
        day = row.days["valid_from"] or timezone.localdate()
        names = self.departments.get(level(typed), [])
        then = {name.department for name in names if holds_on(name, day)} or {name.department for name in names}
        if not then:
            raise Unreadable(f"「{typed}」という課がありません。名称を確かめるか、先に所管課へ登録してください。")
        if len(then) > 1:
            raise Unreadable(f"「{typed}」という課が{len(then)}つあります。この職は、職員のページで登録してください。")
        return then.pop()


def _alike(posts: list[Post], department: Department | None, title: str) -> list[Post]:
    """Those of that title in the department; an empty cell means the department that the title is held in already."""
    titled = [post for post in posts if level(post.title) == level(title)]
    there = [post for post in titled if post.department == department]
    if there or department or len({post.department_id for post in titled}) > 1:
        return there
    return titled


def _keep(changed: Official | None, appointed: Callable[[], object]) -> None:
    if changed:
        store(changed)
    appointed()


def _said(official: Official, post: Post, department: str) -> str:
    return f"{official}　{department} {post}".replace("　 ", "　")
