"""Ships the lists that every council of this sort works with, each row with the time it holds.

Sources, all public:
- 番号法（平成25年法律第27号）第28条: a 特定個人情報保護評価 and its publication before a file is held;
- 特定個人情報保護評価に関する規則（平成26年特定個人情報保護委員会規則第1号）第4条第3号 (fewer than 1,000 data
  subjects: no duty), 第5条から第7条まで (which assessment for how many data subjects and handlers), 第7条第4項 (the
  review by a council);
- 特定個人情報保護評価指針（平成26年特定個人情報保護委員会告示第4号, applied since 2014-04-20）第10: the viewpoints of
  the review, in its order; their wording was not compared with the published text, so every one waits for confirmation;
- the points of deliberation follow the order of articles in the ordinances of the time before 2023-04-01, when the
  common rules of 個人情報の保護に関する法律 replaced them.

What could not be checked against its source is shipped with is_confirmed=False and shown with （要確認）.
"""

import datetime

from django.db import migrations
from django.utils import timezone

ASSESSMENTS_BEGIN = datetime.date(2014, 4, 20)
ORDINANCES_END = datetime.date(2023, 3, 31)

POINTS = [  # number, label, kind, confirmed
    (1, "収集禁止事項の収集", "", False),
    (2, "本人外収集", "indirect_collection", False),
    (3, "外部委託", "outsourcing", True),
    (4, "目的外利用", "purpose_external_use", True),
    (5, "外部提供", "external_provision", False),
    (6, "電子計算機への記録", "computer_recording", True),
    (7, "回線結合", "line_connection", True),
    (8, "その他", "", False),
]

VIEWPOINTS = [  # aspect, text; numbered from 1
    ("conformity", "しきい値判断に誤りはないか。"),
    ("conformity", "適切な実施主体が実施しているか。"),
    ("conformity", "公表しない部分は適切な範囲か。"),
    ("conformity", "適切な時期に実施しているか。"),
    (
        "conformity",
        "適切な方法で広く国民の意見を求め、得られた意見を十分考慮した上で必要な見直しを行っているか。",
    ),
    (
        "conformity",
        "特定個人情報保護評価の対象となる事務の実態に基づき、特定個人情報保護評価書様式で求められる全ての項目について"
        "検討し、記載しているか。",
    ),
    (
        "adequacy",
        "記載された特定個人情報保護評価の実施を担当する部署は、特定個人情報保護評価の対象となる事務を担当し、"
        "リスクを軽減させるための措置の実施に責任を負うことができるか。",
    ),
    (
        "adequacy",
        "特定個人情報保護評価の対象となる事務の内容の記載は具体的か。当該事務における特定個人情報の流れを"
        "併せて記載しているか。",
    ),
    (
        "adequacy",
        "特定個人情報ファイルを取り扱うプロセスにおいて特定個人情報の漏えいその他の事態を発生させるリスクを、"
        "特定個人情報保護評価の対象となる事務の実態に基づき、特定しているか。",
    ),
    ("adequacy", "特定されたリスクを軽減するために講ずべき措置についての記載は具体的か。"),
    (
        "adequacy",
        "記載されたリスクを軽減させるための措置は、個人のプライバシー等の権利利益の侵害の未然防止、"
        "国民・住民の信頼の確保という特定個人情報保護評価の目的に照らし、妥当なものか。",
    ),
    (
        "adequacy",
        "個人のプライバシー等の権利利益の保護の宣言は、国民・住民の信頼の確保という特定個人情報保護評価の目的に"
        "照らし、妥当なものか。",
    ),
]

THRESHOLDS = [  # subjects from, below, 500 handlers or more, incident, level, confirmed
    (0, 1_000, None, None, "none", True),
    (1_000, 10_000, True, None, "basic", False),
    (1_000, 10_000, False, True, "basic", False),
    (1_000, 10_000, False, False, "basic", True),
    (10_000, 100_000, True, None, "priority", False),
    (10_000, 100_000, False, True, "priority", False),
    (10_000, 100_000, False, False, "basic", True),
    (100_000, 300_000, True, None, "full", True),
    (100_000, 300_000, False, True, "full", True),
    (100_000, 300_000, False, False, "priority", True),
    (300_000, None, None, None, "full", True),
]


def ship(apps, schema_editor):
    def add(name, **values):
        # The history begins here too: the first change by hand must not be the first state known.
        row = apps.get_model("consultations", name).objects.create(**values)
        apps.get_model("consultations", f"Historical{name}").objects.create(
            id=row.pk, history_date=timezone.now(), history_type="+", **values
        )

    for number, label, kind, confirmed in POINTS:
        add(
            "DeliberationPoint",
            number=number,
            label=label,
            kind=kind,
            is_confirmed=confirmed,
            valid_to=ORDINANCES_END,
        )
    for number, (aspect, text) in enumerate(VIEWPOINTS, 1):
        add(
            "ReviewViewpoint",
            number=number,
            aspect=aspect,
            text=text,
            is_confirmed=False,
            valid_from=ASSESSMENTS_BEGIN,
        )
    for subjects_from, subjects_below, handlers, incident, level, confirmed in THRESHOLDS:
        add(
            "AssessmentThreshold",
            subjects_from=subjects_from,
            subjects_below=subjects_below,
            handlers_at_least_500=handlers,
            incident=incident,
            level=level,
            is_confirmed=confirmed,
            valid_from=ASSESSMENTS_BEGIN,
        )


def withdraw(apps, schema_editor):
    for name in ("DeliberationPoint", "ReviewViewpoint", "AssessmentThreshold"):
        apps.get_model("consultations", name).objects.all().delete()
        apps.get_model("consultations", f"Historical{name}").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_initial")]

    operations = [migrations.RunPython(ship, withdraw)]
