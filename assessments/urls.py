"""Addresses of assessments."""

app_name = "assessments"
urlpatterns: list = []
