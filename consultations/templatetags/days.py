"""Days and moments as the desk says them, seen from today."""

import datetime

from django import template
from django.utils import timezone

from consultations.templatetags.papers import day

register = template.Library()


@register.filter
def days_left(due: datetime.date) -> str:
    """4日超過, 今日まで, あと2日."""
    left = (due - timezone.localdate()).days
    if left < 0:
        return f"{-left}日超過"
    return f"あと{left}日" if left else "今日まで"


@register.filter
def moment(at: datetime.datetime) -> str:
    """今日 13:05; 11月20日 18:05; 令和7年11月20日 of another year, whose hour nobody asks for."""
    there, today = timezone.localtime(at), timezone.localdate()
    if there.date() == today:
        return f"今日 {there:%H:%M}"
    if there.year == today.year:
        return f"{there.month}月{there.day}日 {there:%H:%M}"
    return day(there.date())
