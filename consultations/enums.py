"""The words that are fixed by what Shingi is, not by a municipality."""

from django.db import models


class Role(models.TextChoices):
    SECRETARIAT = "secretariat", "事務局"
    DEPARTMENT = "department", "所管課"
    MEMBER = "member", "委員"
    READER = "reader", "閲覧者"


class Noun(models.TextChoices):
    """What the municipality is; headings and fixed sentences say it (区の個人情報の保護管理体制)."""

    WARD = "区"
    CITY = "市"
    TOWN = "町"
    VILLAGE = "村"


class SeriesSort(models.TextChoices):
    """What a number series counts."""

    CONSULTATION = "consultation", "諮問"
    REPORT = "report", "報告"


class AssessmentLevel(models.TextChoices):
    """特定個人情報保護評価: what the threshold determination (しきい値判断) asks for."""

    NONE = "none", "実施義務なし"
    BASIC = "basic", "基礎項目評価"
    PRIORITY = "priority", "重点項目評価"
    FULL = "full", "全項目評価"


class ReviewAspect(models.TextChoices):
    """What a viewpoint of the 第三者点検 looks at: the procedure, or the content."""

    CONFORMITY = "conformity", "適合性"
    ADEQUACY = "adequacy", "妥当性"


class PaperState(models.TextChoices):
    """Where a paper is on its way; imported papers are accepted ones."""

    DRAFT = "draft", "作成中"
    SUBMITTED = "submitted", "提出"
    RETURNED = "returned", "差戻し"
    ACCEPTED = "accepted", "受理"
    ANSWERED = "answered", "答申"
    NOTED = "noted", "了解"
    WITHDRAWN = "withdrawn", "取下げ"


class RevisionAct(models.TextChoices):
    """What a revision of a paper came from."""

    CREATED = "created", "起案"
    IMPORTED = "imported", "取込み"
    EDITED = "edited", "直し"
    RESTORED = "restored", "前の状態に戻す"
    SET_ASIDE = "set_aside", "使わなかった文"
    SUBMITTED = "submitted", "提出"
    RETURNED = "returned", "差戻し"
    ACCEPTED = "accepted", "受理"
    ANSWERED = "answered", "答申"
    NOTED = "noted", "了解"
    WITHDRAWN = "withdrawn", "取下げ"
    PUBLISHED = "published", "公開"


class RelationSort(models.TextChoices):
    """How a consultation stands to an earlier one."""

    AMENDS = "amends", "変更する"
    EXCEEDS_BLANKET = "exceeds_blanket", "包括承認の条件の範囲を超える"
    CONTINUES = "continues", "継続する"
    FOLLOWS_UP = "follows_up", "その後を報告する"
    REFERS_TO = "refers_to", "言及する"
