"""A training lead's year: a list with mistakes, an assignment by rule, one e-mail, a completion, a repeat, a move."""

import re
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from courses.domain.assigning import sweep
from courses.domain.reminders import remind
from courses.domain.working_days import is_working_day
from courses.models import Requirement
from lms.outbox.domain.sending import send_due
from lms.outbox.models import OutgoingEmail
from lms.people.models import Organisation, User
from tests.drills.smtp_sink import Sink
from tests.factories.courses import module_of

HEAD = "E-mail,First name,Last name,Unit,Job role"
NEW = "nerys@police.example.org,Nerys,Harebell,Control room,Call handler"
OTHER = "otto@police.example.org,Otto,Linnetfield,Response,Response officer"
WITHOUT_AT = "iolo.police.example.org,Iolo,Skylark,Control room,Clerk"
UNKNOWN_UNIT = "padma@police.example.org,Padma,Kingcup,Controll room,Clerk"
PASSWORD = "a long enough password 7"


@pytest.fixture
def units(site, haverley):
    """Two units of haverley."""
    for name in ("Control room", "Response"):
        Organisation.objects.get(pk=haverley.pk).add_child(name=name, kind="police", nation="england")
    return {unit.name: unit for unit in Organisation.objects.filter(depth=2)}


@pytest.fixture
def sink(settings):
    """A real mail server on loopback."""
    server = Sink()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(params=[1280, 320])
def lead_page(request, new_context, sign_in, bob, units):
    """Bob's page, wide or as narrow as a phone."""
    page = new_context(viewport={"width": request.param, "height": 800}).new_page()
    return sign_in(page, bob)


def upload(page, *lines: str) -> None:
    """Upload a list, keep the guessed columns and have it checked."""
    page.goto("/people/import/")
    file = {"name": "roster.csv", "mimeType": "text/csv", "buffer": "\n".join([HEAD, *lines]).encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload the list").click()
    page.get_by_role("button", name="Check the list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check before anything changes")


def assign_to_call_handlers(page, axe) -> None:
    """Assign the module to those whose job role is Call handler, every 24 months."""
    page.goto("/assignments/new/?module=looking-out")
    page.get_by_role("button", name="Go on to people and date").click()
    page.get_by_label("People who match a rule").check()
    page.get_by_label(re.compile("Call handler")).check()
    page.get_by_label("On a date").check()
    due = timezone.localdate() + timedelta(days=30)
    for part, number in enumerate((due.day, due.month, due.year)):
        page.locator(f"#id_due_on_{part}").fill(str(number))
    page.get_by_label("Yes, again and again").check()
    page.get_by_label("Months between one time and the next").fill("24")
    axe(page)
    page.get_by_role("button", name="Go on", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("1 person will get Looking out")
    axe(page)
    page.get_by_role("button", name="Assign to 1 person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Looking out is assigned")


def morning() -> datetime:
    """Ten o'clock of the next working day: reminders rest at night and at weekends."""
    day = timezone.localdate() + timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return timezone.make_aware(datetime.combine(day, time(10)))


def reminders(at: datetime) -> list[OutgoingEmail]:
    """The e-mails that sweeping twice has written."""
    remind(at=at)
    remind(at=at)
    return list(OutgoingEmail.objects.all())


def test_a_year_of_a_training_lead(lead_page, new_context, axe, sink, bob):
    module_of(1, title="Looking out", slug="looking-out", validity_months=24)

    upload(lead_page, NEW, OTHER, WITHOUT_AT, UNKNOWN_UNIT)
    expect(lead_page.get_by_text("The e-mail is missing its @: iolo.police.example.org")).to_be_visible()
    expect(lead_page.get_by_text("Did you mean Control room?")).to_be_visible()
    axe(lead_page)
    mended = [WITHOUT_AT.replace("iolo.", "iolo@"), UNKNOWN_UNIT.replace("Controll", "Control")]
    upload(lead_page, NEW, OTHER, *mended)
    lead_page.get_by_role("button", name="Apply 4 changes").click()
    expect(lead_page.get_by_role("heading", level=1)).to_have_text("The list is imported")
    axe(lead_page)

    assign_to_call_handlers(lead_page, axe)
    sweep()
    at = morning()
    (letter,) = reminders(at)
    link = re.search(r"https?://\S+", letter.text).group()
    send_due(at=at)
    send_due(at=at)
    assert {to: len(ids) for to, ids in sink.received.items()} == {"nerys@police.example.org": 1}
    lead_page.goto("/dashboard/")
    expect(lead_page.get_by_role("heading", level=1)).to_have_text("0 of 1 person is up to date (0%)")
    axe(lead_page)

    learner = new_context().new_page()
    learner.goto(link)
    learner.get_by_role("textbox", name="Password").fill(PASSWORD)
    learner.get_by_role("button", name="Open the account").click()
    if learner.get_by_role("button", name="Start").count():
        learner.get_by_role("button", name="Start").click()
    learner.get_by_role("button", name=re.compile("I have read this")).click()
    expect(learner).to_have_url(re.compile("/certificates/"))
    lead_page.goto("/dashboard/")
    expect(lead_page.get_by_role("heading", level=1)).to_have_text("1 of 1 person is up to date (100%)")

    the_mover_keeps_it(lead_page, axe)
    the_repeat_comes_round(learner)


def the_repeat_comes_round(learner) -> None:
    """Nothing before the window opens; then a second cycle, due when the first runs out, that may be done again."""
    first = Requirement.objects.get()
    sweep(at=timezone.now() + timedelta(days=600))
    assert Requirement.objects.count() == 1
    sweep(at=timezone.now() + timedelta(days=700))
    second = Requirement.objects.get(cycle=2)
    assert (second.state, second.due_on) == ("to_do", first.valid_until)
    learner.goto("/my-training/")
    expect(learner.get_by_text("Looking out").first).to_be_visible()
    learner.goto("/training/looking-out/")
    learner.get_by_role("button", name="Do it again").click()
    learner.get_by_role("button", name=re.compile("I have read this")).click()
    second.refresh_from_db()
    assert second.state == "done"


def the_mover_keeps_it(page, axe) -> None:
    """Moved to another unit, the person's record goes along, and the unit they left keeps its past."""
    nerys = User.objects.get(email="nerys@police.example.org")
    page.goto(f"/people/{nerys.public_id}/")
    axe(page)
    before = nerys.memberships.get()
    page.goto(f"/people/{nerys.public_id}/membership/{before.pk}/move/")
    page.get_by_label(re.compile("unit", re.IGNORECASE)).first.select_option(label="Response")
    page.get_by_role("button", name="Move them").click()
    sweep()
    after = nerys.memberships.get(ended_on=None)
    assert (before.organisation.name, after.organisation.name) == ("Control room", "Response")
    assert set(Requirement.objects.values_list("membership", "state")) == {(after.pk, "done")}
