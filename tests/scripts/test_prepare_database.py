"""What `make run` prepares is the database that the site will use, wherever its address is written."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASKS = "import announce, prepare_database as p; print(p.VAR, announce.SIGN_INS, p.is_up_to_date(p.fingerprint()))"


@pytest.fixture
def root(tmp_path):
    """A project with nothing but these scripts, and with the stamps of a database that was prepared under var/."""
    for file in ("scripts/prepare_database.py", "scripts/announce.py", "requirements/dev.txt"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    (tmp_path / "lms/people/domain").mkdir(parents=True)
    (tmp_path / "lms/people/domain/roles.py").touch()
    (tmp_path / "var/stamps").mkdir(parents=True)
    (tmp_path / "var/db.sqlite3").touch()
    (tmp_path / "var/stamps/sign-ins.txt").touch()
    (tmp_path / "var/stamps/database").write_text(ask(tmp_path, "import prepare_database as p; print(p.fingerprint())"))
    return tmp_path


def ask(root, code, **environment):
    """What Python prints that runs beside the scripts of this project."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(root / "scripts"), **environment}
    done = subprocess.run([sys.executable, "-c", code], cwd=root, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_database_that_was_prepared_is_left_alone(root):
    assert ask(root, ASKS) == f"{root}/var {root}/var/stamps/sign-ins.txt True"


@pytest.mark.parametrize("written", ["in the file", "in the environment"])
def test_another_database_is_prepared_once(root, written):
    address = {"DATABASE_URL": "postgres://toolkit@127.0.0.1:5432/toolkit"}
    environment = {} if written == "in the file" else address
    if written == "in the file":
        (root / ".env").write_text("".join(f"{name}={value}\n" for name, value in address.items()))
    assert ask(root, ASKS, **environment).endswith(" False")
    now = ask(root, "import prepare_database as p; print(p.fingerprint())", **environment)
    (root / "var/stamps/database").write_text(now)
    assert ask(root, ASKS, **environment).endswith(" True")


def test_another_folder_is_prepared_and_its_people_are_announced(root):
    (root / ".env").write_text("VAR_DIR=/srv/toolkit\n")
    assert ask(root, ASKS) == "/srv/toolkit /srv/toolkit/stamps/sign-ins.txt False"
