"""Addresses of design_system."""

app_name = "design_system"
urlpatterns: list = []
