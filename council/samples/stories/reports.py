"""A report on a list that was lost in a drill, two of its headings written."""

from consultations.documents import house
from consultations.models import User
from consultations.sections import beginnings
from consultations.services.materials import begin_report
from council.samples.days import next_meeting, working_days_ago
from council.samples.stories.desk_work import write
from paper.wareki import CalendarDate

_SO_FAR = {
    "s1/free-1": "防災訓練の会場で、参加の受付に用いた名簿１枚（１８名分）が見当たらないことに、片付けの際に気付いた。"
    "名簿には、氏名、住所の町名及び電話番号が記載されていた。",
    "s1/free-3": "（１）会場及び搬送に用いた車両を、その日のうちに職員５人で捜した。\n"
    "（２）名簿は、翌日、資材を入れた箱の底から見付かった。箱は訓練の間、職員が保管していた。\n"
    "（３）１８名全員に電話で経過を説明し、おわびをした。",
}


def tell(disaster: User) -> None:
    headings = beginnings.REPORT_HEADINGS[:4]
    material = beginnings.report(
        headings,
        subject="防災訓練の参加者名簿の一時紛失について",
        subtitle="経過及び再発の防止",
        date=CalendarDate.of(next_meeting()),
        departments=("危機管理部災害対策課",),
        house=house(),
    )
    with working_days_ago(2, 10, 15):
        report = begin_report(material, disaster)
    with working_days_ago(2, 11, 30):
        write(report, disaster, _SO_FAR)
