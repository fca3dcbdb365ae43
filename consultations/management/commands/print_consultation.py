"""Print one deliberation material as PDF."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from consultations.documents import document_of
from consultations.management.desk import DeskCommand
from consultations.queries.papers import consultations_numbered
from paper.html import page
from paper.pdf import render


class Command(DeskCommand):
    help = "審議資料をPDFにします。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", metavar="NUMBER", help="諮問番号（951、諮問第９５１号）")
        parser.add_argument("-o", "--output", required=True, metavar="FILE.pdf", type=Path)
        parser.add_argument("--council", metavar="NAME", help="どの審議会の番号か（複数あるとき）。")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(consultations_numbered(options["number"], options["council"])[:2])
        if not found:
            raise CommandError(f"番号{options['number']}の諮問がありません。番号を確かめてください。")
        if len(found) > 1:
            raise CommandError("この番号の諮問が複数あります。--council で審議会の名称を指定してください。")
        pdf = render(page(document_of(found[0])))
        try:
            options["output"].write_bytes(pdf)
        except OSError as error:
            raise CommandError(f"{options['output']}に書けません（{error.strerror}）。") from error
