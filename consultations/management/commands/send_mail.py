"""Send what is left in the outbox; for a timer, where the mail server is often away."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from consultations.management.desk import DeskCommand
from consultations.services.outbox import deliver


class Command(DeskCommand):
    help = "送れずに残っているメールを送ります。"

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.EMAIL_HOST:
            raise CommandError("メールサーバーが決まっていません。EMAIL_HOST を設定してください（README.md）。")
        done = deliver()
        self.stdout.write(f"{done.sent}通を送りました。")
        if done.left:
            raise CommandError(f"{done.left}通が残っています。メールサーバーとあて先を確かめてください。")
