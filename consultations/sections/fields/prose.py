"""Running text with nested markers, kept exactly as typed."""

from typing import Any, TypeAlias

from consultations.sections.base import declare
from consultations.sections.field_types import Context, FieldType
from consultations.sections.reference import Reference

Prose: TypeAlias = str | Reference


class ProseType(FieldType[str]):
    value = str
    rows = 6
    guide = "段落は改行で分けます。（１）、①、・で始めると、印刷で字下げがそろいます。"

    def read(self, text: str, context: Context) -> str:
        return text

    def write(self, value: str, context: Context) -> str:
        return value

    def sample(self) -> str:
        return (
            "受付から三日以内に手続を行う。\n（１）窓口で受け付けるもの\n①本人確認を行う。\n（２）郵送で受け付けるもの"
        )


class HeadingOnlyType(ProseType):
    """The text of a heading that as a rule has none of its own, only headings under it."""

    rows = 1
    guide = "ふつうは空けておきます。内容は、下の（１）から書きます。"

    def sample(self) -> str:
        return ""


class PurposeType(ProseType):
    """諮問の趣旨: prose that ends in the provision it rests on."""

    guide = "何をするから諮問するのかを述べ、「〇〇条例第〇条の規定に基づき諮問する。」で結びます。"

    def sample(self) -> str:
        return "本件は、申込みの受付を行うものであり、さくら区個人情報保護条例第１０条の規定に基づき諮問する。"


def prose(title: str, **options: Any) -> Any:
    return declare(ProseType(), title, **options)


def heading(title: str, **options: Any) -> Any:
    return declare(HeadingOnlyType(), title, **options)


def purpose(title: str, **options: Any) -> Any:
    return declare(PurposeType(), title, **options)
