"""The municipality that uses this installation, and how it numbers its papers."""

from string import Formatter
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from consultations.enums import Noun, SeriesSort
from paper.digits import Digits

DIGIT_RULES = [
    (Digits.FULL.value, "すべて全角（１２）"),
    (Digits.SINGLE_FULL.value, "一桁は全角、二桁以上は半角（１、12）"),
    (Digits.HALF.value, "すべて半角（12）"),
]


class Municipality(models.Model):
    """One row is used; the query `current_municipality` gives it, or these defaults."""

    name = models.CharField("名称", max_length=50, help_text="例: さくら区")
    noun = models.CharField("区市町村の別", max_length=1, choices=Noun, default=Noun.WARD)
    executive_title = models.CharField("長の職名", max_length=20, default="区長", help_text="例: 区長、市長")
    material_digits = models.CharField("審議資料の数字", max_length=20, choices=DIGIT_RULES, default=Digits.FULL.value)
    minutes_digits = models.CharField(
        "会議録の数字", max_length=20, choices=DIGIT_RULES, default=Digits.SINGLE_FULL.value
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "自治体"
        verbose_name_plural = "自治体"

    def __str__(self) -> str:
        return self.name


def has_place_for_number(printed: str) -> None:
    """ValidationError unless `printed` has {number} once, and nothing else in braces but {year}."""
    try:
        places = [place for _, *place in Formatter().parse(printed) if place[0] is not None]
    except ValueError:
        places = []
    names = [name for name, _, _ in places]
    plain = all(not spec and conversion is None for _, spec, conversion in places)
    if names.count("number") != 1 or not set(names) <= {"number", "year"} or not plain:
        raise ValidationError(
            "番号の入る位置を {number} と一か所に書いてください。例: 諮問第{number}号。"
            "年度ごとの番号なら、年度の位置を {year} と書いてください。例: 令{year}-{number}"
        )


class NumberSeries(models.Model):
    """The numbers of one sort of paper of one council; with {year} they begin again each fiscal year.

    `council_name` is text: consultations are numbered before anybody has entered the council.
    """

    council_name = models.CharField("審議会の名称", max_length=100)
    sort = models.CharField("番号の種類", max_length=20, choices=SeriesSort, default=SeriesSort.CONSULTATION)
    printed = models.CharField(
        "番号の表記",
        max_length=50,
        default="諮問第{number}号",
        validators=[has_place_for_number],
        help_text="{number} に番号、{year} に年度（和暦の年）が入ります。例: 令{year}-{number}",
    )
    last = models.PositiveIntegerField("最後に使った番号", default=0)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "番号の系列"
        verbose_name_plural = "番号の系列"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["council_name", "sort"],
                name="one_series_per_council_and_sort",
                violation_error_message="この審議会のこの種類の番号は、すでに登録されています。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.council_name} {self.get_sort_display()}"
