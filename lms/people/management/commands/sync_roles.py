"""`manage.py sync_roles`: give the groups exactly what lms.people.domain.roles says; part of every deploy."""

from django.core.management.base import BaseCommand

from lms.people.domain.roles import sync_roles


class Command(BaseCommand):
    help = "Create or mend the groups of editors and administrators."

    def handle(self, *args, **options) -> None:
        for name, group in sync_roles().items():
            self.stdout.write(f"{name}: {group.permissions.count()} permissions")
