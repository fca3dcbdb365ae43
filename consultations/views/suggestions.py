"""What the editor offers while someone types."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from consultations.queries.suggestions import items_like
from consultations.views.making.new import only_who_makes_papers
from consultations.views.requests import AuthenticatedRequest


@require_safe
@cache_control(private=True, no_store=True)
def items(request: AuthenticatedRequest) -> HttpResponse:
    """?q=… → {"items": […]}: names of data items, at most twenty."""
    only_who_makes_papers(request)
    return JsonResponse({"items": items_like(request.GET.get("q", ""), request.user)})
