"""All addresses of the application, in one place."""

from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.templatetags.static import static
from django.urls import include, path
from django.utils.functional import lazy
from django.views.generic import RedirectView

from council.config.desk import desk

icon = lazy(static, str)("icons/shingi.svg")  # asked for at the first request: its name may depend on collectstatic

urlpatterns = [
    path("", desk, name="desk"),
    path("", include("consultations.urls")),
    path("", include("council.urls")),
    path("master/", include("consultations.master_urls")),
    path("", include("council.config.signing_in_urls")),
    # Browsers ask for it beside a PDF, which cannot name its icon.
    path("favicon.ico", login_not_required(RedirectView.as_view(url=icon)), name="icon"),
    path("admin/", admin.site.urls),
]
