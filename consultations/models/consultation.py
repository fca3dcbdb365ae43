"""A consultation (諮問) with its sections, annexes and relations."""

from typing import ClassVar

from django.db import models

from consultations.enums import RelationSort
from consultations.models.history import PaperHistory
from consultations.models.paper import Paper, PaperAnnex, PrintedDepartment, typed_json
from consultations.models.search_key import SearchKeyField


class Consultation(Paper):
    """`slip_printed` (審議資料Ｎｏ．１) is kept as printed until an agenda gives one."""

    slip_printed = models.CharField("審議資料番号の表記", max_length=60, blank=True)
    prefaces = typed_json("前文")
    is_amendment = models.BooleanField("新たな項目のみ", default=False)

    history = PaperHistory()

    class Meta(Paper.Meta):
        verbose_name = "諮問"
        verbose_name_plural = "諮問"


class ConsultationDepartment(PrintedDepartment):
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="departments")

    history = PaperHistory()

    class Meta(PrintedDepartment.Meta):
        verbose_name = "諮問の所管課"
        verbose_name_plural = "諮問の所管課"


class ConsultationRelation(models.Model):
    """How a consultation stands to an earlier one; `cited_as` is how its text names that one."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="relations")
    sort = models.CharField("関係", max_length=20, choices=RelationSort)
    earlier = models.ForeignKey(
        Consultation,
        verbose_name="先の諮問",
        on_delete=models.PROTECT,
        related_name="later_relations",
        null=True,
        blank=True,
    )
    cited_as = models.CharField("表記", max_length=200)

    history = PaperHistory()

    class Meta:
        verbose_name = "先の諮問との関係"
        verbose_name_plural = "先の諮問との関係"

    def __str__(self) -> str:
        return f"{self.cited_as}（{self.get_sort_display()}）"


class Section(models.Model):
    """One section. `kind` names a class of sections/kinds; body and outline are read only as its typed values."""

    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField("記号", max_length=20)
    kind = models.CharField("種類", max_length=50)
    position = models.PositiveSmallIntegerField("順")
    title = models.TextField("見出しの表記", null=True, blank=True)
    number_printed = models.CharField("見出し番号の表記", max_length=20, null=True, blank=True)
    schema_version = models.PositiveSmallIntegerField("様式の版", default=1)
    body = typed_json("内容", dict)
    outline = typed_json("見出しの順")
    search_text = models.TextField("検索用の文", blank=True, editable=False)

    history = PaperHistory(excluded_fields=["search_text"])

    class Meta:
        verbose_name = "諮問の部"
        verbose_name_plural = "諮問の部"
        ordering: ClassVar[list[str]] = ["position"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["consultation", "key"], name="section_key_once")
        ]
        indexes: ClassVar[list[models.Index]] = [  # lists ask for the kinds alone, without the long rows
            models.Index(fields=["consultation", "position", "kind"], name="section_kinds")
        ]

    def __str__(self) -> str:
        return f"{self.consultation} {self.position + 1} {self.kind}"


class SectionProvision(models.Model):
    """What a section says it rests on, and which provision that is where it is known. Rebuilt with the section."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="provisions")
    provision = models.ForeignKey("consultations.Provision", on_delete=models.PROTECT, null=True, blank=True)
    cited_as = models.CharField("表記", max_length=300)

    def __str__(self) -> str:
        return self.cited_as


class DataItem(models.Model):
    """One item of personal data, for search, statistics and checks. Rebuilt with its section, never edited."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="data_items")
    position = models.PositiveIntegerField()
    group = models.TextField(blank=True)
    flow = models.CharField(max_length=30, blank=True)
    name = models.TextField()
    search_key = SearchKeyField("name")

    class Meta:
        ordering: ClassVar[list[str]] = ["position"]

    def __str__(self) -> str:
        return self.name


class Annex(PaperAnnex):
    consultation = models.ForeignKey(Consultation, on_delete=models.CASCADE, related_name="annexes")

    history = PaperHistory()

    class Meta(PaperAnnex.Meta):
        verbose_name = "別紙"
        verbose_name_plural = "別紙"
