"""A roster pasted as a table."""

from typing import Any

from django.http import HttpResponse

from consultations.rosters.playing import Roster, play
from consultations.rosters.steps import Preview
from consultations.views.master.asking import Done, Question, ask_twice
from consultations.views.master.fields import RosterForm
from consultations.views.requests import AuthenticatedRequest


def roster(request: AuthenticatedRequest, kind: type[Roster], noun: str, back: str) -> HttpResponse:
    """`noun` is what the table lists, `back` the address of the list."""
    headings = "".join(f"「{column.heading}」" for column in kind.columns)
    needed = "".join(f"「{column.heading}」" for column in kind.columns if column.is_needed)
    question = Question(
        title=f"{noun}の表を貼り付ける",
        button="この内容で登録する",
        back=back,
        above=noun,
        lead=f"Excelなどの表を、見出しの行から選んでコピーし、ここに貼り付けます。読める見出しは{headings}で、"
        f"{needed}は必ず要ります。確かめてから登録するまで、何も変わりません。",
    )

    def read(said: dict[str, Any]) -> Preview:
        return play(kind, said["text"], said["last_day"])

    done = Done(back, f"{noun}の表を登録しました。")
    return ask_twice(request, question, RosterForm(request.POST or None), read, done)
