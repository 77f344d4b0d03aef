"""Production is safe or does not start; the example of the environment names every setting."""

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from django.utils.formats import date_format

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "5f0c1bd0a9e74a2f8c3e6d7b1a2c4e6f8091a3b5c7d9eb0d2f4a6c8e0b1d3f5a7",
    "ALLOWED_HOSTS": "training.example.org,packages.example.net",
    "SITE_ORIGIN": "https://training.example.org",
    "SCORM_CONTENT_ORIGIN": "https://packages.example.net",
}
# What the settings read that is not the operator's: Django's own variable for the tests' harness.
OPERATORS_OWN = re.compile(r"""(?:env(?:\.\w+)?|os\.environ\.get)\(\s*["']([A-Z_]+)["']""")


def manage(tmp_path, *words, **environment) -> subprocess.CompletedProcess[str]:
    """Run manage.py with production settings and nothing of our own environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "lms.settings.production",
            "VAR_DIR": str(tmp_path),
            **environment,
        },
        capture_output=True,
        text=True,
    )


def test_production_has_nothing_for_djangos_deployment_check_to_say(tmp_path):
    done = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **GOOD)
    assert (done.returncode, done.stdout) == (0, "System check identified no issues (0 silenced).\n"), done.stderr


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"SECRET_KEY": ""}, "Set SECRET_KEY"),
        ({"SITE_ORIGIN": ""}, "Set SITE_ORIGIN"),
        ({"ALLOWED_HOSTS": ""}, "Set ALLOWED_HOSTS"),
        ({"SCORM_CONTENT_ORIGIN": ""}, "Set SCORM_CONTENT_ORIGIN"),
        ({"SCORM_CONTENT_ORIGIN": "https://training.example.org"}, "must not be the site's own host"),
        ({"SCORM_CONTENT_ORIGIN": "https://training.example.org:8443"}, "must not be the site's own host"),
        ({"SCORM_CONTENT_ORIGIN": "https://packages.training.example.org"}, "nor one above or below it"),
        ({"SCORM_CONTENT_ORIGIN": "https://{package}.training.example.org"}, "nor one above or below it"),
        ({"SITE_ORIGIN": "https://site.packages.example.net"}, "nor one above or below it"),
    ],
)
def test_production_refuses_to_start_without_what_keeps_it_safe(tmp_path, change, complaint):
    done = manage(tmp_path, "check", **{**GOOD, **change})
    assert done.returncode == 1
    assert complaint in done.stderr


def test_the_example_of_the_environment_names_every_setting():
    read = {
        name
        for file in (ROOT / "lms" / "settings").glob("*.py")
        if file.name != "test.py"
        for name in OPERATORS_OWN.findall(file.read_text())
    }
    read |= set(re.findall(r"\$\{([A-Z_]+):-", (ROOT / "Procfile").read_text()))
    named = set(re.findall(r"^(?:# )?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert named == read


def test_a_copy_of_the_example_changes_nothing_until_a_line_is_uncommented():
    assert re.findall(r"^[^#\n].*", (ROOT / ".env.example").read_text(), re.MULTILINE) == []


def test_without_a_mail_server_each_message_is_a_file_under_var(tmp_path):
    done = manage(tmp_path, "sendtestemail", "robin@example.org", **GOOD)
    assert (done.returncode, done.stderr) == (0, "")
    [message] = (tmp_path / "mail").iterdir()
    assert "To: robin@example.org" in message.read_text()


def test_the_wagtail_admin_writes_dates_and_times_as_the_site_does():
    assert date_format(datetime(2026, 5, 4, 9, 5), "DATETIME_FORMAT") == "4 May 2026, 09:05"
