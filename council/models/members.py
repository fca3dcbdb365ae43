"""The council, its subcommittees, and who sits in them for how long."""

from typing import ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from consultations.enums import Role
from consultations.models.dated import Dated, refuse_overlaps
from council.enums import HELD_BY_ONE, OfficeTitle


class Council(models.Model):
    name = models.CharField("名称", max_length=100, unique=True, help_text="印刷するとおりに。")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "審議会"
        verbose_name_plural = "審議会"

    def __str__(self) -> str:
        return self.name


class Subcommittee(Dated):
    alike = ("name",)

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

    def clean(self) -> None:
        super().clean()
        if self.user and self.user.role != Role.MEMBER:
            raise ValidationError(
                f"「{self.user}」は委員の利用者ではありません。役割が「委員」の利用者を選んでください。"
            )


class MemberTerm(Dated):
    """A term (任期); `category` is free text, each ordinance has its own (学識経験者, 公募委員, 区民)."""

    alike = ("council_id",)

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

    alike = ("council_id", "subcommittee_id", "title")

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

    def clean(self) -> None:
        """A chair is held by one alone; the member's own offices are looked at together, where they are entered."""
        super().clean()
        if self.title in HELD_BY_ONE:
            same = Office.objects.filter(council=self.council, subcommittee=self.subcommittee, title=self.title)
            of_others = same.exclude(member=self.member_id) if self.member_id else same
            refuse_overlaps([self, *of_others.exclude(pk=self.pk)])
