"""The starter reviews: a partnership of the county, two closed reviews and an open one, actions in every state."""

from datetime import date, timedelta
from itertools import cycle, islice
from typing import Any

from django.db import transaction
from django.utils import timezone

from lms.demo.content import reviews as content
from lms.demo.people import ADMINISTRATOR, COUNCIL, EDITOR, POLICE
from lms.outbox.models import OutgoingEmail
from lms.people.models import Membership, Organisation, User
from toolkit_pages.domain.actions import make_action, note_progress
from toolkit_pages.domain.answering import Given, save_answers
from toolkit_pages.domain.checklists import published_themes
from toolkit_pages.domain.members import add_member
from toolkit_pages.domain.review_asking import ask_people
from toolkit_pages.domain.review_results import result_of
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import close_review, contested, settle_item, stop_answers
from toolkit_pages.models import Answerer, ChecklistReview, ChecklistTheme, Partnership, PartnershipMember

COORDINATOR = "dana@police.example.org"
ANSWERING = ["gwenllian@police.example.org", "imogen@council.example.org"]
HOSPITAL = "Marchshire Hospitals NHS Trust"


@transaction.atomic
def seed_reviews() -> None:
    """The partnership with its members, and its reviews; nothing is added to a partnership that has one."""
    partnership = seed_partnership()
    dana = User.objects.with_email(COORDINATOR).first()
    if dana is None or not published_themes() or ChecklistReview.objects.filter(partnership=partnership).exists():
        return
    people = [User.objects.get(email=email) for email in ANSWERING]
    nurse = Membership.objects.current().filter(organisation__name=HOSPITAL, user__is_active=True).first()
    if nurse is not None:
        people.append(nurse.user)
    seed_closed(dana, partnership, people[:2], content.FIRST, content.FIRST_LEVELS)
    second = seed_closed(dana, partnership, people, content.SECOND, content.SECOND_LEVELS)
    seed_actions(dana, second, owners=people)
    seed_open(dana, partnership, people)


def seed_partnership() -> Partnership:
    """The partnership and its members among the county's organisations."""
    fields = {**content.PARTNERSHIP, "is_sample": True, "confirmed_on": timezone.localdate()}
    fields["review_on"] = timezone.localdate() + timedelta(days=180)
    fields["content_owner"] = User.objects.with_email(EDITOR.email).first()
    found = Partnership.objects.filter(slug=fields["slug"]).first()
    partnership = found or Partnership.objects.create(**fields, live=True)
    administrator = User.objects.get(email=ADMINISTRATOR.email)
    members = PartnershipMember.objects.filter(partnership=partnership, left_on=None).values("organisation")
    for name in (POLICE, COUNCIL, HOSPITAL, "Marchshire Fire and Rescue Service"):
        organisation = Organisation.objects.filter(name=name).exclude(pk__in=members).first()
        if organisation is not None:
            leads, since = name == POLICE, date(2024, 1, 8)
            add_member(
                administrator, partnership=partnership, organisation=organisation, is_leading=leads, joined_on=since
            )
    return partnership


def asked(dana: User, review: ChecklistReview, people: list[User]) -> list[Answerer]:
    """Ask these people for every theme."""
    themes = ChecklistTheme.objects.filter(pk__in=review.items.values("theme"))
    lines = [(number, person.email) for number, person in enumerate(people, start=1)]
    answerers = ask_people(dana, review=review, addresses=lines, themes=themes).people
    OutgoingEmail.objects.filter(key__startswith=f"review_asked:{review.pk}:").delete()  # nobody reads it
    return answerers


def answer(answerer: Answerer, levels: list[int], *, lower: bool, share: int = 1) -> None:
    """Answer the items with a pattern of levels; `lower` differs now and then, `share` 2 leaves out the second half."""
    items = list(answerer.review.items.all())
    pattern = list(islice(cycle(levels), len(items)))
    given = {}
    for number, (item, level) in enumerate(zip(items, pattern, strict=True), start=1):
        if number > len(items) // share:
            break
        if lower and number % content.DIFFERS_EVERY == 0:
            level = max(level - 1, 0)
        evidence = content.EVIDENCE if level == 3 else ""
        given[item.pk] = (Given(level, evidence), "")
    save_answers(answerer, given=given)


def seed_closed(
    dana: User, partnership: Partnership, people: list[User], about: dict[str, Any], levels: list[int]
) -> ChecklistReview:
    """A review that was answered, settled and closed some time ago."""
    review = open_review(dana, title=about["title"], partnership=partnership)
    for number, answerer in enumerate(asked(dana, review, people)):
        if about is content.FIRST and number == 1:
            continue  # one agency did not answer the first time
        answer(answerer, levels, lower=number > 0)
    stop_answers(dana, review=review)
    review.refresh_from_db()
    for row in contested(review):
        if row.waits:
            settle_item(dana, item=row.item, level=min(one.level for one in row.answers), note=content.NOTE)
    now = timezone.now()
    review = close_review(dana, review=review, at=now - timedelta(days=about["closed"]))
    ChecklistReview.objects.filter(pk=review.pk).update(opened_at=now - timedelta(days=about["opened"]))
    review.refresh_from_db()
    return review


def seed_actions(dana: User, review: ChecklistReview, *, owners: list[User]) -> None:
    """One action for each of the first gaps, in every state there is."""
    today = timezone.localdate()
    for number, (gap, plan) in enumerate(zip(result_of(review).gaps, content.ACTIONS, strict=False)):
        action = make_action(
            dana,
            review=review,
            item=gap.item,
            title=plan["title"],
            due_on=today + timedelta(days=plan["due"]),
            owner_email=owners[number % len(owners)].email,
        )
        OutgoingEmail.objects.filter(key__startswith=f"action:planned:{action.pk}:").delete()  # nobody reads it
        if plan["status"] != action.status or plan["note"]:
            note_progress(dana, action=action, status=plan["status"], text=plan["note"], evidence=plan.get("evidence"))


def seed_open(dana: User, partnership: Partnership, people: list[User]) -> None:
    """A review in the middle of being answered: one agency has finished, one is half way, one has not begun."""
    now = content.NOW
    due_on = timezone.localdate() + timedelta(days=now["due_in"])
    review = open_review(dana, title=now["title"], partnership=partnership, sharing=now["sharing"], due_on=due_on)
    answerers = asked(dana, review, people)
    answer(answerers[0], content.NOW_LEVELS, lower=False)
    Answerer.objects.filter(pk=answerers[0].pk).update(finished_at=timezone.now())
    answer(answerers[1], content.NOW_LEVELS, lower=True, share=2)
