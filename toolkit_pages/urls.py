"""Addresses of toolkit_pages."""

app_name = "toolkit_pages"
urlpatterns: list = []
