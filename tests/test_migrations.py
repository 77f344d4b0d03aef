"""Migrations agree with the models, have names that say something, and are one line of descent for each app."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parents[1]
OURS = {"lms", "courses", "assessments", "toolkit_pages"}


@pytest.mark.django_db
def test_the_models_need_no_further_migration():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_no_app_has_two_latest_migrations():
    assert MigrationLoader(None).detect_conflicts() == {}


def test_every_migration_is_named_by_hand():
    files = [file for app in OURS for file in (ROOT / app).rglob("migrations/0*.py")]
    assert len(files) > 8
    assert [str(file) for file in files if re.search(r"_auto_|\d{8}_\d{4}", file.name)] == []
