"""Invented papers of an invented ward, as trees."""

from paper.nodes import (
    Document,
    Heading,
    Item,
    Node,
    PaperNumber,
    Paragraph,
    Preface,
    Sheet,
    Signature,
    Slip,
    Table,
    Title,
)
from paper.numbering import number

# As escapes, so that no editor and no tool composes or replaces them.
RARE = {
    "high, ladder form": "\u9ad9",  # 髙
    "cape, standing form": "\ufa11",  # 﨑
    "lucky, with 土": "\U00020bb7",  # 𠮷
    "kudzu of Katsushika": "\u845b\U000e0100",  # 葛 with its first variant
    "kudzu, said to be the common one": "\u845b\U000e0101",  # the glyph that 葛 has anyway
    "god, 示": "\ufa19",
    "luck, 示": "\ufa1b",
    "mound, dotted": "\ufa10",
}

_SERVICE = (
    "区では、区立図書館への来館が難しい利用者が増えていることを踏まえ、予約された資料を自宅に届ける事業を行う。"
    "申込みは図書館の窓口、電話及びホームページで受け付け、資料の集荷、配送及び返却資料の回収並びに配送の日時に"
    "関する利用者との連絡を外部の事業者に委託する。配送は月曜日から土曜日までの午前９時～午後５時とし、"
    "年間の配送は約１２，０００件を見込んでいる。"
)
_PURPOSE = (
    "本件は、予約資料の配送を外部委託することに伴い、受託者が個人情報を取り扱うことになるため、"
    "さくら区個人情報保護条例第９条の規定に基づき諮問する。"
)
_CARE = (
    Item("（１）", "個人情報の取扱いに関する規程を定め、研修を毎年行うなど、個人情報を保護する体制を整えている。"),
    Item("（２）", "個人情報を含む文書は次のとおり保管している。"),
    Item("①", "紙の文書は、施錠できる書庫に入れ、鍵は業務責任者が管理する。書庫を開けた日時と者は台帳に記録する。", 2),
    Item("②", "電磁的記録は、暗号化して保存する。", 2),
    Item("（３）", "通信にはＶＰＮ（Virtual Private Network）を用い、外部からの不正な通信を遮断する。"),
)


def _outsourcing() -> list[Node]:
    """The thirteen headings of an outsourcing."""
    return [
        Heading(1, "委託の件名", key="name"),
        Paragraph("予約資料の自宅配送業務委託"),
        Heading(1, "委託の内容", key="content"),
        Paragraph(_SERVICE),
        Paragraph("以上のことから、配送に係る個人情報の取扱いを外部の事業者に委託する。"),
        Heading(1, "諮問の趣旨", key="purpose"),
        Paragraph(_PURPOSE),
        Heading(1, "対象となる個人の範囲", key="persons"),
        Paragraph("区立図書館の利用登録者のうち、自宅への配送を申し込んだ者"),
        Heading(1, "委託で取り扱う個人情報の項目及び件数", key="items"),
        Heading(2, "個人情報の項目", key="items-list"),
        Item("・", "区から委託先へ提供するもの"),
        Paragraph(
            "氏名、住所、電話番号、利用カード番号、予約資料の冊数、配送を希望する日時、受取りの方法（対面・置き配）", 1
        ),
        Item("・", "委託先が本人から収集するもの"),
        Paragraph("配送の結果、再配達を希望する日時", 1),
        Item("・", "区及び本人以外から委託先へ提供するもの"),
        Paragraph("なし", 1),
        Heading(2, "件数（見込み）", key="items-count"),
        Paragraph("約１２，０００件（年間）"),
        Heading(1, "個人情報を取り扱う場所", key="place"),
        Paragraph("区立図書館及び委託先の施設"),
        Heading(1, "個人情報を取り扱う場所について区及び委託先以外の者との共用の有無", key="shared"),
        Paragraph("なし"),
        Heading(1, "委託先との個人情報の授受の方法", key="handing"),
        Paragraph("文書及び電磁的記録媒体による"),
        Heading(1, "委託先の電子計算機を利用した個人情報処理の有無", key="computer"),
        Paragraph("あり"),
        Heading(1, "委託先の個人情報の保護管理体制", key="care"),
        *_CARE,
        Heading(1, "委託の条件", key="rider"),
        Paragraph(
            "秘密を守ること、使用の目的を限ること、事故を知らせることを定めた特記事項を契約に加え、委託先に守らせる。"
        ),
        Heading(1, "委託の開始時期及び期間", key="period"),
        Paragraph("令和８年１２月２１日から継続して行う。"),
        Heading(1, "委託先（参考）", key="contractor"),
        Paragraph("未定"),
    ]


def _line() -> list[Node]:
    """A line connection as a part of a larger paper."""
    return [
        Heading(1, "回線結合の相手方", key="line-party"),
        Paragraph("株式会社さくら図書配送"),
        Heading(1, "対象となる個人の範囲", key="line-persons"),
        Paragraph("第１の４のとおり"),
        Heading(1, "回線結合する個人情報の項目及び件数", key="line-items"),
        Heading(2, "個人情報の項目", key="line-list"),
        Paragraph("別紙「個人情報の項目一覧表」参照"),
        Heading(1, "回線結合の方法", key="line-method"),
        Paragraph("区の配送台帳と受託者の配送管理システムとの間を専用の回線で結び、配送の状況を１日に２回受け渡す。"),
    ]


def _sheet() -> Sheet:
    rows = (
        ("利用者", "氏名、住所"),
        ("", "電話番号"),
        ("", "利用カード番号"),
        ("資料", "書名\n巻号"),
        ("", "冊数"),
        ("配送", "希望する日時、受取りの方法"),
    )
    return Sheet("【別紙】", "個人情報の項目一覧表", (Table(("分野", "項目名"), rows),), key="sheet")


_HEAD: tuple[Node, ...] = (
    Slip("審議資料Ｎｏ．１"),
    PaperNumber("諮問第１２０１号"),
    Title("「図書館業務」における外部委託に伴う個人情報の保護措置について", "予約資料の自宅配送サービスの実施"),
    Signature(("令和８年１２月１７日", "教育部中央図書館")),
)


def material() -> Document:
    """Three pages without 第: thirteen headings, and an attached sheet."""
    return number(Document("諮問第１２０１号　図書館業務", (*_HEAD, *_outsourcing(), _sheet())))


def with_parts() -> Document:
    """A paper with a preface, two parts and a sheet, names in rare characters and three departments."""
    nodes = (
        Slip("審議資料Ｎｏ．２"),
        PaperNumber("諮問第１２０２号"),
        Title(
            "「図書館業務」における外部委託に伴う個人情報の保護措置、新たな個人情報の項目の電子計算機への記録及び"
            "外部の電子計算機との回線結合について",
            "（仮称）予約資料の自宅配送サービス",
        ),
        Signature(("令和８年１２月１７日", "教育部中央図書館", "各地域センター図書普及・読書活動支援担当課")),
        Preface("事業の概要"),
        Paragraph(_SERVICE),
        Paragraph(_PURPOSE),
        Heading(0, "外部委託に伴う個人情報の保護措置について", key="first"),
        *_outsourcing(),
        Heading(0, "外部の電子計算機との回線結合について", key="second"),
        *_line(),
        Paragraph(f"担当者：{'、'.join(RARE.values())}"),
        _sheet(),
    )
    return number(Document("諮問第１２０２号　図書館業務", nodes))


def loose() -> Document:
    """A sheet whose table does not say which field an item belongs to."""
    rows = (*(("", f"項目その{i}") for i in range(1, 9)), ("天候・季節", ""), ("行事・催し", ""))
    sheet = Sheet("【別紙】", "個人情報の項目一覧表", (Table(("分野", "項目名"), rows),))
    return Document("別紙", (Title("別紙だけの資料"), sheet))


def long_table() -> Document:
    """A table over several pages, one merged group of it longer than a page."""
    rows = tuple(("分野" + "甲乙丙"[i // 60] if i % 60 == 0 else "", f"第{i + 1}の項目") for i in range(180))
    sheet = Sheet("【別紙１】", "長い一覧表", (Table(("分野", "項目名"), rows), Paragraph("以上のとおり。")))
    return Document("長い表", (Title("長い表の資料"), sheet))


ALL = {paper.__name__: paper for paper in (material, with_parts, loose, long_table)}
