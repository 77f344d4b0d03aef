"""Addresses of the design system's gallery."""

from django.urls import path

from lms.design_system import views

app_name = "design_system"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("<slug:slug>/", views.component, name="component"),
]
