"""Addresses of reports: dashboard, people and their records, reports, downloads and exports."""

from django.urls import path

from lms.reports.views import dashboard, downloads, people, reports

app_name = "reports"
urlpatterns = [
    path("dashboard/", dashboard.dashboard, name="dashboard"),
    path("people/", people.people, name="people"),
    path("people/<uuid:public_id>/", people.person, name="person"),
    path("reports/", reports.reports, name="reports"),
    path("reports/completions/", reports.completions, name="completions"),
    path("reports/columns/", downloads.columns, name="columns"),
    path("reports/modules/<slug:slug>/", reports.module, name="module"),
    path("reports/assignments/<uuid:public_id>/", reports.assignment, name="assignment"),
    path("reports/download/<slug:report>.<slug:format>", downloads.download, name="download"),
    path("reports/exports/", downloads.exports, name="exports"),
    path("reports/exports/<uuid:public_id>/", downloads.export, name="export"),
    path("reports/exports/<uuid:public_id>/file/", downloads.export_file, name="export_file"),
]
