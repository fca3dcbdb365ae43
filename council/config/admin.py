"""The admin site: reference data for the secretariat, through the application's one sign-in page."""

from functools import wraps
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

from consultations.enums import Role


class ShingiAdminSite(AdminSite):
    """Open to the role, so that nobody keeps a second list of who may enter (is_staff)."""

    site_header = "審議"
    site_title = "審議"
    index_title = "基本データ"

    def has_permission(self, request: HttpRequest) -> bool:
        user = request.user
        return user.is_active and (user.is_superuser or getattr(user, "role", None) == Role.SECRETARIAT)

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Whoever is signed in and may not enter finds no such page, here as elsewhere; the door is for the others."""
        inner = super().admin_view(view, cacheable)

        @wraps(inner)
        def guarded(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
            if request.user.is_authenticated and not self.has_permission(request):
                raise Http404
            answer: HttpResponse = inner(request, *given, **named)
            return answer

        return guarded

    @method_decorator([never_cache, login_not_required])
    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """A second sign-in page would be a way round the rules of the first."""
        return redirect_to_login(request.GET.get("next", "") or request.get_full_path())
