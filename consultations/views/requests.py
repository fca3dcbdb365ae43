"""What every view may take for granted, for only signed-in people get to one."""

from django.http import HttpRequest

from consultations.models import User


class AuthenticatedRequest(HttpRequest):
    """A request that LoginRequiredMiddleware has let through."""

    user: User
