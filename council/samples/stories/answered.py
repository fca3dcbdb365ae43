"""A consultation of some years ago that the council has answered and that is open to everybody since today."""

from consultations.models import Consultation, User
from consultations.services import way
from council.samples.days import working_days_ago


def tell(paper: Consultation, secretariat: User) -> None:
    with working_days_ago(12, 14):
        paper = way.answer(paper, secretariat)
    way.publish(paper, secretariat)
