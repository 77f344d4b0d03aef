"""Addresses of reports: the list of people and their training records."""

from django.urls import path

from lms.reports.views import people

app_name = "reports"
urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/<uuid:public_id>/", people.person, name="person"),
]
