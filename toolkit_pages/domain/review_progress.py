"""The themes of a review, and how far somebody's agency has answered each of those they are asked for."""

from dataclasses import dataclass

from django.db.models import QuerySet

from toolkit_pages.models import Answerer, ChecklistReview, ChecklistTheme, ReviewAnswer, ReviewItem


@dataclass(frozen=True)
class ThemeProgress:
    """How many items of a theme have an answer of the agency; `number` is its place among those asked."""

    number: int
    theme: ChecklistTheme
    title: str
    answered: int
    total: int

    @property
    def is_done(self) -> bool:
        return self.answered == self.total


def themes_of(review: ChecklistReview) -> QuerySet[ChecklistTheme]:
    """The themes of the review, in the checklist's order."""
    return ChecklistTheme.objects.filter(pk__in=review.items.values("theme")).order_by("order", "pk")


def items_of(review: ChecklistReview, theme: ChecklistTheme) -> list[ReviewItem]:
    """The review's items of one theme, in order."""
    return list(review.items.filter(theme=theme).order_by("order", "pk"))


def progress_of(answerer: Answerer) -> list[ThemeProgress]:
    """How far the agency is with each theme this person is asked for. Three queries."""
    themes = {theme.pk: theme for theme in answerer.themes.all()}
    items = answerer.review.items.filter(theme__in=themes).order_by("theme_order", "theme", "order", "pk")
    answered = set(
        ReviewAnswer.objects.filter(
            review_item__review=answerer.review_id, organisation=answerer.organisation_id
        ).values_list("review_item", flat=True)
    )
    counted: dict[int, list[int]] = {}
    titles: dict[int, str] = {}
    for item in items:
        counts = counted.setdefault(item.theme_id, [0, 0])
        counts[0] += item.pk in answered
        counts[1] += 1
        titles[item.theme_id] = item.theme_title
    return [
        ThemeProgress(number, themes[theme], titles[theme], done, total)
        for number, (theme, (done, total)) in enumerate(counted.items(), start=1)
    ]
