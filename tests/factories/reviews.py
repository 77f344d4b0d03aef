"""Factories of the checklist, of partnerships and of reviews by their agencies."""

import datetime

import factory

from lms.people.models import Organisation, User
from toolkit_pages.domain.answering import Given, mark_of, save_answers
from toolkit_pages.domain.review_asking import ask_people
from toolkit_pages.domain.reviewing import open_review
from toolkit_pages.domain.settling import close_review, settle_item, stop_answers
from toolkit_pages.models import (
    Answerer,
    ChecklistItem,
    ChecklistReview,
    ChecklistTheme,
    Partnership,
    PartnershipMember,
    ReviewAnswer,
)


class ThemeFactory(factory.django.DjangoModelFactory):
    """A published theme of the checklist; `items=[...]` gives it items with these titles."""

    class Meta:
        model = ChecklistTheme
        skip_postgeneration_save = True

    title = factory.Sequence(lambda n: f"Theme {n}")
    slug = factory.Sequence(lambda n: f"theme-{n}")
    question = "How well does it go?"
    order = factory.Sequence(lambda n: n)
    live = True

    @factory.post_generation
    def items(self, create, extracted, **kwargs):
        for order, title in enumerate(extracted or []):
            ChecklistItem.objects.create(theme=self, title=title, order=order, live=True)


class PartnershipFactory(factory.django.DjangoModelFactory):
    """A published partnership; `members=[...]` are organisations, of which the first leads."""

    class Meta:
        model = Partnership
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Example Partnership {n}")
    slug = factory.Sequence(lambda n: f"example-partnership-{n}")
    area = "Exampleshire"
    live = True

    @factory.post_generation
    def members(self, create, extracted, **kwargs):
        for number, organisation in enumerate(extracted or []):
            PartnershipMember.objects.create(
                partnership=self,
                organisation=organisation,
                is_leading=number == 0,
                joined_on=datetime.date(2024, 1, 8),
            )


def checklist(*numbers: int) -> list[ChecklistTheme]:
    """Published themes with so many items each."""
    return [
        ThemeFactory(title=f"Theme {place}", items=[f"Item {place}.{number}" for number in range(1, count + 1)])
        for place, count in enumerate(numbers, start=1)
    ]


def ask(review: ChecklistReview, *people: User) -> list[Answerer]:
    """Ask these people for every theme of the review; their answerers in the same order."""
    themes = ChecklistTheme.objects.filter(pk__in=review.items.values("theme"))
    lines = [(number, person.email) for number, person in enumerate(people, start=1)]
    return ask_people(review.opened_by, review=review, addresses=lines, themes=themes).people


def answer(answerer: Answerer, levels: list[int | None], **fields) -> None:
    """Answer the review's items, in order, with these levels; None leaves one out."""
    items = list(answerer.review.items.all())
    rows = ReviewAnswer.objects.filter(review_item__review=answerer.review, organisation=answerer.organisation)
    known = {row.review_item_id: row for row in rows}
    given = {
        item.pk: (Given(level, **fields), mark_of(known.get(item.pk)))
        for item, level in zip(items, levels, strict=True)
        if level is not None
    }
    save_answers(answerer, given=given)


def closed_review(coordinator: User, *, levels: list[int], title: str = "Autumn review", **body) -> ChecklistReview:
    """A closed review whose items were all settled by the coordinator at these levels."""
    review = open_review(coordinator, title=title, **body)
    stop_answers(coordinator, review=review)
    review.refresh_from_db()
    for item, level in zip(review.items.all(), levels, strict=True):
        settle_item(coordinator, item=item, level=level, note="Agreed at the meeting")
    return close_review(coordinator, review=review)


def three_agencies(coordinator: User, *organisations: Organisation) -> Partnership:
    """A partnership of these organisations; the first, the coordinator's own, leads."""
    return PartnershipFactory(name="Exampleshire Partnership", slug="exampleshire", members=list(organisations))
