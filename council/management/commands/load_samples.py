"""Fill an empty database with the invented ward, or give its accounts new passwords."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from council.samples.loading import OtherData, load_samples


class Command(BaseCommand):
    help = (
        "空のデータベースに見本のデータ（架空の区）を入れます。すでに入っていれば、見本の利用者のパスワードだけを新しくします。"
        "標準出力は、利用者ごとに1行（役割、利用者名、パスワードをタブで区切ったもの）です。"
    )

    requires_system_checks = ()  # they import every view, and with it the printing: longer than the samples take

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            loaded = load_samples()
        except OtherData as other:
            self.stderr.write(
                f"このデータベースには{other}データが入っているので、見本のデータは入れませんでした。何も変えていません。"
                "空のデータベースを DATABASE_URL か DATA_DIR で指定してください。"
            )
            sys.exit(1)
        for account, password in loaded.accounts:
            self.stdout.write(f"{account.role}\t{account.username}\t{password}")
        if loaded.is_new:
            done = "を入れ、利用者にパスワードを付けました。"
        else:
            done = "はすでに入っています。利用者のパスワードだけを新しくしました。"
        self.stderr.write(f"見本のデータ（{loaded.municipality}）{done}")
