"""What Wagtail writes of drafts waits in the outbox: no mail server is asked while somebody waits for a page."""

import smtplib

import pytest
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.urls import reverse
from wagtail.blocks.base import BlockField
from wagtail.models import Comment, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html

from lms.outbox.backend import OutboxBackend
from lms.outbox.domain.sending import send_due
from lms.outbox.models import OutgoingEmail
from tests.factories.courses import LessonFactory
from tests.factories.toolkit import ToolkitPageFactory

BACKEND = "django.contrib.auth.backends.ModelBackend"
LOCAL = "django.core.mail.backends.locmem.EmailBackend"
TITLE = "Recognising a victim of slavery"


class Broken(BaseEmailBackend):
    """A server that hangs up."""

    def open(self):
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")

    def send_messages(self, messages):
        self.open()


@pytest.fixture
def broken(settings):
    """No mail can be sent."""
    settings.EMAIL_BACKEND = f"{Broken.__module__}.{Broken.__qualname__}"


@pytest.fixture
def draft(home, erin):
    page = ToolkitPageFactory(title=TITLE, live=False)
    page.save_revision(user=erin)
    return page


def save(client, page, **changes):
    """Save a page's form as it stands, with changes; answers what came back."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.get(url)
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form", exclude_csrf=True)
    fields = response.context["form"].fields.items()  # a script draws the blocks of a StreamField
    blocks = {f"{name}-count": "0" for name, field in fields if isinstance(field, BlockField)}
    return client.post(url, {**data.dict(), **blocks, **changes})


def queued():
    return list(OutgoingEmail.objects.order_by("pk").values_list("kind", "to", "subject", "state"))


def arrived(mailoutbox):
    return [(mail.to, mail.subject) for mail in mailoutbox]


def test_a_draft_is_handed_in_while_no_mail_goes_and_its_approver_is_told_once_later(
    client, draft, erin, frances, broken, settings, mailoutbox
):
    client.force_login(erin, backend=BACKEND)
    response = save(client, draft, **{"action-submit": "1"})
    assert response.status_code == 302
    assert WorkflowState.objects.get().status == "in_progress"
    assert queued() == [("draft", frances.email, "A draft waits for your approval", "due")]
    assert send_due() == 0
    settings.EMAIL_BACKEND = LOCAL
    assert (send_due(), send_due()) == (1, 0)
    assert arrived(mailoutbox) == [([frances.email], "A draft waits for your approval")]
    assert TITLE in mailoutbox[0].body


def test_the_sweep_is_hurried_when_the_change_is_there(
    draft, erin, frances, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        draft.get_workflow().start(draft, erin)
        assert mailoutbox == []
    assert arrived(mailoutbox) == [([frances.email], "A draft waits for your approval")]


def test_a_snippet_sent_back_and_approved_tells_who_handed_it_in(home, erin, frances, broken):
    lesson = LessonFactory(live=False, title="Signs")
    lesson.save_revision(user=erin)
    state = lesson.get_workflow().start(lesson, erin)
    state.current_task_state.specific.reject(user=frances, comment="Say it more gently")
    WorkflowState.objects.get().resume(user=erin)
    WorkflowState.objects.get().current_task_state.specific.approve(user=frances)
    assert queued() == [
        ("draft", frances.email, "A draft waits for your approval", "due"),
        ("draft", erin.email, "A draft of yours needs changes", "due"),
        ("draft", frances.email, "A draft waits for your approval", "due"),
        ("draft", erin.email, "A draft of yours is approved", "due"),
    ]
    assert "Say it more gently" in OutgoingEmail.objects.get(subject="A draft of yours needs changes").text


def test_a_comment_is_kept_while_no_mail_goes_and_who_follows_the_page_is_told(client, draft, erin, frances, broken):
    draft.subscribers.create(user=frances, comment_notifications=True)
    client.force_login(erin, backend=BACKEND)
    comment = {
        "id": "",
        "text": "Is this right?",
        "contentpath": "title",
        "position": "",
        "replies": inline_formset([]),
    }
    response = save(client, draft, **nested_form_data({"comments": inline_formset([comment])}))
    assert response.status_code == 302
    assert Comment.objects.get().text == "Is this right?"
    assert queued() == [("draft", frances.email, "New comments on a draft", "due")]


def test_what_is_rolled_back_is_told_to_nobody(home, erin, frances, draft, django_capture_on_commit_callbacks):
    class Stopped(Exception):
        pass

    with pytest.raises(Stopped), transaction.atomic():
        draft.get_workflow().start(draft, erin)
        raise Stopped
    assert queued() == []


@pytest.mark.django_db
def test_each_recipient_has_a_row_with_both_parts():
    message = EmailMultiAlternatives("A subject", "Words", to=["a@example.org"], bcc=["b@example.org"])
    message.attach_alternative("<p>Words</p>", "text/html")
    plain = EmailMessage("Plain", "Only words", to=["c@example.org"])
    assert OutboxBackend().send_messages([message, plain]) == 2
    assert list(OutgoingEmail.objects.order_by("to").values_list("to", "subject", "text", "html")) == [
        ("a@example.org", "A subject", "Words", "<p>Words</p>"),
        ("b@example.org", "A subject", "Words", "<p>Words</p>"),
        ("c@example.org", "Plain", "Only words", ""),
    ]
