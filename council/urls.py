"""What the secretariat keeps, and the members of the council."""

from django.urls import path

from council.views import master, members

urlpatterns = [
    path("master/", master.index, name="master"),
    path("master/members/", members.members, name="master_members"),
    path("master/members/new/", members.new_member, name="master_new_member"),
    path("master/members/roster/", members.members_roster, name="master_members_roster"),
    path("master/members/<int:pk>/", members.member, name="master_member"),
    path("master/members/<int:pk>/mend/", members.mend_member, name="master_mend_member"),
    path("master/members/<int:pk>/term/", members.new_term, name="master_new_term"),
    path("master/members/<int:pk>/office/", members.new_office, name="master_new_office"),
    path("master/terms/<int:pk>/end/", members.close_term, name="master_end_term"),
    path("master/offices/<int:pk>/end/", members.close_office, name="master_end_office"),
]
