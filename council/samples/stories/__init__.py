"""What the people of the ward are doing these weeks, each step through the service that takes it for a page."""

from collections.abc import Mapping

from consultations.documents import house
from consultations.models import Consultation, User
from consultations.services.visits import visit
from council.samples.days import next_meeting, working_days_ago
from council.samples.stories import answered, calls, ebooks, exchange, reports, shelters
from paper import wareki
from paper.wareki import CalendarDate


def tell(people: Mapping[str, User], texts: Mapping[str, str]) -> None:
    """`people` by username, `texts` by the name of their file in fixtures/desk; the caller holds the transaction."""
    day = wareki.write(CalendarDate.of(next_meeting()), house().digits)
    texts = {name: text.replace("{date}", day) for name, text in texts.items()}
    kiriyama, mitsugi, kasai, shiraishi = (people[name] for name in ("kiriyama", "mitsugi", "kasai", "shiraishi"))
    with working_days_ago(9, 12):  # so that each desk tells what the others did since
        for each in (kiriyama, mitsugi, kasai, shiraishi):
            visit(each)
    answered.tell(Consultation.objects.get(number=958), shiraishi)
    ebooks.tell(texts["ebooks"], kiriyama)
    exchange.tell(texts["exchange"], kiriyama, shiraishi)
    calls.tell(texts["calls"], mitsugi, shiraishi)
    shelters.tell(texts["shelters"], Consultation.objects.get(number=964), kasai, shiraishi)
    reports.tell(kasai)
