"""The addresses of the application and, beside them, an empty page: what a page costs before it says anything."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

EMPTY = "/empty/"


def empty(request: HttpRequest) -> HttpResponse:
    return render(request, "base.html")


urlpatterns = [path(EMPTY.removeprefix("/"), empty), path("", include("council.config.urls"))]
