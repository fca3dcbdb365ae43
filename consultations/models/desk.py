"""What the desk keeps for each person: when they were here, and the mail that tells them of a step."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Visit(models.Model):
    """`at` is the visit that goes on, `before` the last moment of the one before it."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    at = models.DateTimeField(default=timezone.now)
    before = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user} {self.at:%Y-%m-%d %H:%M}"


class Mail(models.Model):
    """A message that is to go out, written with the step it tells of, so that neither is there without the other."""

    to = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    written_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.to} {self.subject}"
