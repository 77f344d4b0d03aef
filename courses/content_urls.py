"""Addresses of the content origin: the player shell, package files and commits, nothing else."""

urlpatterns: list = []
