"""Why a file is not taken, and the sentence that says so and how to mend it."""

from enum import StrEnum
from typing import Any

_MADE_ANEW = "このPDFを開いて「印刷」から「PDFに保存」し、できたファイルを選んでください。"
_FROM_THE_SOURCE = "もとの文書からPDFをつくり直して、選んでください。"


class Reason(StrEnum):
    EMPTY = "empty"
    NOT_PDF = "not_pdf"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    NO_PAGES = "no_pages"
    PASSWORD = "password"  # noqa: S105  # the name of a reason
    RESTRICTED = "restricted"
    BROKEN = "broken"
    CUT_SHORT = "cut_short"
    PAGES_MISSING = "pages_missing"
    PAGE_UNREADABLE = "page_unreadable"
    PAGE_SIZE = "page_size"
    TOO_COMPLEX = "too_complex"
    SCRIPT = "script"
    LAUNCH = "launch"
    SENDS = "sends"
    OTHER_FILE = "other_file"
    MEDIA = "media"
    EMBEDDED = "embedded"
    XFA = "xfa"


_SENTENCES = {
    Reason.EMPTY: "このファイルには何も入っていません。PDFを選び直してください。",
    Reason.NOT_PDF: "このファイルはPDFではありません（中身は{found}です）。PDFに変えてから、もう一度選んでください。",
    Reason.TOO_LARGE: "このファイルは{limit} MBを超えています。図や写真を軽くするか、いくつかに分けて選んでください。",
    Reason.TOO_MANY_PAGES: "このPDFは{limit}ページを超えています。いくつかに分けて選んでください。",
    Reason.NO_PAGES: f"このPDFには、ページが1枚もありません。{_FROM_THE_SOURCE}",
    Reason.PASSWORD: "このPDFはパスワードで守られています。外してから、もう一度選んでください。",
    Reason.RESTRICTED: "このPDFは暗号化され、印刷や編集が制限されています。制限を外してから、もう一度選んでください。",
    Reason.BROKEN: f"このPDFは壊れていて、読めませんでした。{_FROM_THE_SOURCE}",
    Reason.CUT_SHORT: "このPDFは終わりが欠けているか、後ろにほかのデータが付いています。"
    "もとのファイルを、もう一度選んでください。",
    Reason.PAGES_MISSING: f"このPDFは、{{said}}ページのうち{{found}}ページしかありませんでした。{_FROM_THE_SOURCE}",
    Reason.PAGE_UNREADABLE: f"{{page}}ページ目を読めませんでした。{_FROM_THE_SOURCE}",
    Reason.PAGE_SIZE: f"{{page}}ページ目の用紙の大きさが正しくありません。用紙の大きさを確かめ、{_FROM_THE_SOURCE}",
    Reason.TOO_COMPLEX: f"このPDFはつくりが複雑すぎて、確かめ終えられませんでした。{_MADE_ANEW}",
    Reason.SCRIPT: f"このPDFには、開いた人の端末で動くプログラムが入っています。{_MADE_ANEW}",
    Reason.LAUNCH: f"このPDFには、ほかのプログラムを起動する指示が入っています。{_MADE_ANEW}",
    Reason.SENDS: f"このPDFには、外部とやり取りする指示が入っています。{_MADE_ANEW}",
    Reason.OTHER_FILE: f"このPDFには、ほかのファイルを開く指示が入っています。{_MADE_ANEW}",
    Reason.MEDIA: f"このPDFには、動画や音声などが入っています。{_MADE_ANEW}",
    Reason.EMBEDDED: "このPDFには、ほかのファイルが添付されています。それを外してから、もう一度選んでください。",
    Reason.XFA: f"このPDFは動く入力フォームなので、そのままでは印刷できません。{_MADE_ANEW}",
}


class Refused(Exception):
    """A file that is not taken. `sentence` is for the person who chose it; `reason` and `facts` are for programs."""

    def __init__(self, reason: Reason, **facts: Any) -> None:
        self.reason = reason
        self.facts = facts
        self.sentence = _SENTENCES[reason].format(**facts)
        super().__init__(self.sentence)


def too_large(limit: int) -> Refused:
    """For a limit in bytes, said in whole megabytes."""
    return Refused(Reason.TOO_LARGE, limit=limit // 1024**2)
