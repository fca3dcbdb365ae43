"""Take in deliberation materials (審議資料) from text files: all, or none."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import CommandError

from consultations.management.desk import DeskCommand
from consultations.models import NumberSeries
from consultations.queries.papers import series_of
from consultations.sections.record import record
from consultations.services.importing import Problem, Refused, Taken, import_materials


class Command(DeskCommand):
    help = "審議資料のテキストを取り込みます。読めないものが一つでもあれば、何も保存しません。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="読み取った記録をJSONで出します。")
        parser.add_argument("--dry-run", action="store_true", help="保存しません。")
        parser.add_argument("--verify", action="store_true", help="保存した文とファイルの文を比べます。")
        parser.add_argument("--council", metavar="NAME", help="どの審議会の番号か（複数あるとき）。")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            files = [(name, self.content(name)) for name in options["files"]]
            taken = import_materials(files, series_of(options["council"]), keep=not options["dry_run"])
        except Refused as refused:
            self.refuse(refused.problems)
        except NumberSeries.DoesNotExist as error:
            raise CommandError(f"審議会「{options['council']}」の番号がありません。名称を確かめてください。") from error
        if options["json"]:
            json.dump([record(each.stored) for each in taken], self.stdout, ensure_ascii=False, indent=1)
            self.stdout.write("")
        else:
            self.tell(taken, saved=not options["dry_run"], compared=options["verify"])

    def content(self, name: str) -> bytes:
        try:
            return Path(name).read_bytes()
        except OSError as error:
            raise Refused(
                [Problem(name, 1, f"ファイルを開けません（{error.strerror}）。名前と場所を確かめてください。")]
            ) from error

    def refuse(self, problems: tuple[Problem, ...]) -> NoReturn:
        for problem in problems:
            self.stderr.write(str(problem))
        sys.exit(1)

    def tell(self, taken: list[Taken], *, saved: bool, compared: bool) -> None:
        for each in taken:
            for note in each.reading.notes:
                self.stdout.write(f"{each.file}:{note.line}: {note.sentence}")
            self.stdout.write(f"{each.stored.number} {each.stored.subtitle or each.stored.subject}")
        if compared:  # every import is compared before it is kept; here it is said
            self.stdout.write("保存した文は、ファイルの文と一字も違いません。")
        done = "取り込みました。" if saved else "読み取りました。何も保存していません。"
        self.stdout.write(f"{len(taken)}件を{done}")
