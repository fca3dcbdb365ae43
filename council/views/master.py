"""管理: the way to all that the secretariat keeps."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from consultations.views.master.asking import shows
from consultations.views.requests import AuthenticatedRequest

IN_THE_ADMIN = {
    "利用者": "consultations_user",
    "自治体": "consultations_municipality",
    "番号の系列": "consultations_numberseries",
    "審議会と小委員会": "council_council",
    "審議のポイント": "consultations_deliberationpoint",
    "特記事項": "consultations_contractrider",
    "第三者点検の観点": "consultations_reviewviewpoint",
    "しきい値判断": "consultations_assessmentthreshold",
}


@shows
def index(request: AuthenticatedRequest) -> HttpResponse:
    rest = [(name, reverse(f"admin:{model}_changelist")) for name, model in IN_THE_ADMIN.items()]
    return render(request, "master/index.html", {"rest": rest})
