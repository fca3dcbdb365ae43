"""The council, its subcommittees, and who sits in them for how long."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from consultations.models.dated import Dated
from council.enums import OfficeTitle


class Council(models.Model):
    name = models.CharField("名称", max_length=100, unique=True, help_text="印刷するとおりに。")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "審議会"
        verbose_name_plural = "審議会"

    def __str__(self) -> str:
        return self.name


class Subcommittee(Dated):
    council = models.ForeignKey(Council, verbose_name="審議会", on_delete=models.PROTECT, related_name="subcommittees")
    name = models.CharField("名称", max_length=100)

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "小委員会"
        verbose_name_plural = "小委員会"

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person, through all terms; `user` is the account they read the papers with, if they have one."""

    name = models.CharField("氏名", max_length=100)
    reading = models.CharField("読み", max_length=100, blank=True, help_text="名簿の並びに使います。ひらがなで。")
    affiliation = models.CharField("役職・所属団体等", max_length=200, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="利用者",
        on_delete=models.SET_NULL,
        related_name="member",
        null=True,
        blank=True,
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "委員"
        verbose_name_plural = "委員"
        ordering: ClassVar[list[str]] = ["reading", "pk"]

    def __str__(self) -> str:
        return self.name


class MemberTerm(Dated):
    """A term (任期); `category` is free text, each ordinance has its own (学識経験者, 公募委員, 区民)."""

    member = models.ForeignKey(Member, verbose_name="委員", on_delete=models.CASCADE, related_name="terms")
    council = models.ForeignKey(Council, verbose_name="審議会", on_delete=models.PROTECT, related_name="terms")
    category = models.CharField("区分", max_length=50, blank=True, help_text="例: 学識経験者、公募委員")

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "任期"
        verbose_name_plural = "任期"

    def __str__(self) -> str:
        return f"{self.council} {self.category}".strip()


class Office(Dated):
    """An office in the council or in one of its subcommittees; plain members of the council need none."""

    member = models.ForeignKey(Member, verbose_name="委員", on_delete=models.CASCADE, related_name="offices")
    council = models.ForeignKey(
        Council,
        verbose_name="審議会",
        on_delete=models.PROTECT,
        related_name="offices",
        null=True,
        blank=True,
    )
    subcommittee = models.ForeignKey(
        Subcommittee,
        verbose_name="小委員会",
        on_delete=models.PROTECT,
        related_name="offices",
        null=True,
        blank=True,
    )
    title = models.CharField("役職", max_length=30, choices=OfficeTitle)

    history = HistoricalRecords()

    class Meta(Dated.Meta):
        verbose_name = "役職"
        verbose_name_plural = "役職"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=Q(council=None) ^ Q(subcommittee=None),
                name="office_in_council_or_subcommittee",
                violation_error_message="審議会か小委員会の、どちらか一方を選んでください。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.council or self.subcommittee} {self.get_title_display()}"
