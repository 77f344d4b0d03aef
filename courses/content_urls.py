"""Addresses of the content origin: the player shell, package files and commits, nothing else."""

from django.urls import path

from courses.views import scorm

urlpatterns = [
    path("launch/<str:token>/", scorm.shell, name="shell"),
    path("content/<str:token>/<path:path>", scorm.content, name="content"),
    path("content-with-storage/<str:token>/<path:path>", scorm.content_with_storage, name="content_with_storage"),
    path("commit/<str:token>/", scorm.commit, name="commit"),
    path("replay/<str:token>/", scorm.replay, name="replay"),
    path("player/<str:name>", scorm.asset, name="asset"),
]
