"""The master data that papers refer to, under master/."""

from django.urls import path

from consultations.views.master import departments, law, officials

urlpatterns = [
    path("departments/", departments.departments, name="master_departments"),
    path("departments/new/", departments.new_department, name="master_new_department"),
    path("departments/roster/", departments.departments_roster, name="master_departments_roster"),
    path("departments/reorganise/", departments.reorganise_departments, name="master_reorganise"),
    path("departments/<int:pk>/", departments.department, name="master_department"),
    path("departments/<int:pk>/rename/", departments.rename_department, name="master_rename"),
    path("departments/<int:pk>/mend/", departments.mend_department, name="master_mend_department"),
    path("departments/<int:pk>/end/", departments.close_department, name="master_end_department"),
    path("officials/", officials.officials, name="master_officials"),
    path("officials/new/", officials.new_official, name="master_new_official"),
    path("officials/roster/", officials.officials_roster, name="master_officials_roster"),
    path("officials/<int:pk>/", officials.official, name="master_official"),
    path("officials/<int:pk>/mend/", officials.mend_official, name="master_mend_official"),
    path("officials/<int:pk>/post/", officials.new_post, name="master_new_post"),
    path("posts/<int:pk>/end/", officials.end_post, name="master_end_post"),
    path("instruments/", law.instruments, name="master_instruments"),
    path("instruments/new/", law.new_instrument, name="master_new_instrument"),
    path("instruments/<int:pk>/", law.instrument, name="master_legalinstrument"),
    path("instruments/<int:pk>/mend/", law.mend_instrument, name="master_mend_instrument"),
    path("instruments/<int:pk>/end/", law.close_instrument, name="master_end_instrument"),
    path("instruments/<int:pk>/provision/", law.new_provision, name="master_new_provision"),
    path("provisions/<int:pk>/end/", law.close_provision, name="master_end_provision"),
]
