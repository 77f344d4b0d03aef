"""What changing, pausing, resuming or withdrawing an assignment does to its people, said beforehand."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.domain import assignment_words
from courses.domain.assigning import Effect, effect_of_changing
from courses.domain.assignment_fields import AUDIENCE
from courses.domain.assignment_people import people_affected
from courses.models import Assignment

DATES = {"due_on", "days_after_joining"}
PEOPLE = {*AUDIENCE}
REPEATING = {"repeat_months", "window_days"}


def of_pausing(assignment: Assignment) -> list[str]:
    """What stops until it is resumed, and what stays."""
    waiting = people_affected(assignment)["open"]
    return [
        ngettext(
            "%(count)d person still has it to do. They are not reminded, and their date stays as it is.",
            "%(count)d people still have it to do. They are not reminded, and their dates stay as they are.",
            waiting,
        )
        % {"count": waiting},
        _("Nobody new gets it, and nobody is asked to do it again."),
        _("What people have done stays in their records. They can still finish it."),
    ]


def of_resuming(assignment: Assignment) -> list[str]:
    """What goes on."""
    waiting = people_affected(assignment)["open"]
    return [
        ngettext(
            "%(count)d person still has it to do and is reminded again. A date that has passed makes them late.",
            "%(count)d people still have it to do and are reminded again. A date that has passed makes them late.",
            waiting,
        )
        % {"count": waiting},
        _("People who have begun to match in the meantime get it now."),
    ]


def of_withdrawing(assignment: Assignment) -> list[str]:
    """What goes and what stays; a withdrawn assignment cannot be brought back."""
    counts = people_affected(assignment)
    waiting, done = counts["open"], counts["done"]
    lines = [
        ngettext(
            "%(count)d person is no longer asked to do it and gets no more reminders.",
            "%(count)d people are no longer asked to do it and get no more reminders.",
            waiting,
        )
        % {"count": waiting}
    ]
    if counts["begun"]:
        lines.append(
            ngettext(
                "%(count)d of them has begun. What they did is kept, and they can finish it.",
                "%(count)d of them have begun. What they did is kept, and they can finish it.",
                counts["begun"],
            )
            % {"count": counts["begun"]}
        )
    if done:
        lines.append(
            ngettext(
                "%(count)d person has done it. Their certificate and record stay.",
                "%(count)d people have done it. Their certificates and records stay.",
                done,
            )
            % {"count": done}
        )
    return [*lines, _("It cannot be brought back. You can assign the same training anew.")]


def of_changing(assignment: Assignment, changes: dict[str, Any]) -> list[str]:
    """What these changed fields do; what is not changed is not spoken of."""
    effect = effect_of_changing(assignment, **changes)
    after = Assignment(organisation=assignment.organisation, module=assignment.module, course=assignment.course)
    for name in ("audience", "include_joiners", "include_units", "is_mandatory", *DATES, *REPEATING):
        setattr(after, name, changes.get(name, getattr(assignment, name)))
    lines = of_changing_people(effect) if PEOPLE & set(changes) else []
    if DATES & set(changes):
        lines.append(
            ngettext(
                "%(count)d person who still has it to do gets this date: %(due)s.",
                "%(count)d people who still have it to do get this date: %(due)s.",
                effect.waiting,
            )
            % {"count": effect.waiting, "due": assignment_words.due(after)}
        )
    if "include_joiners" in changes or (DATES & set(changes) and after.include_joiners):
        lines.append(_("People who join later: %(joiners)s.") % {"joiners": assignment_words.joiners(after)})
    if REPEATING & set(changes):
        lines.append(_("Doing it again: %(repeats)s.") % {"repeats": assignment_words.repeats(after)})
    if "is_mandatory" in changes:
        lines.append(
            _("It is required from now on: it is counted, and people are reminded.")
            if after.is_mandatory
            else _("It is only recommended from now on: nobody is late with it.")
        )
    if "reason" in changes:
        lines.append(
            _("People see another reason: “%(reason)s”.") % {"reason": changes["reason"]}
            if changes["reason"]
            else _("People see no reason any more.")
        )
    if not lines or not effect.done:
        return lines
    if REPEATING & set(changes) and after.repeat_months:
        done = ngettext(
            "%(count)d person has done it. If that was long enough ago, they are asked again at once.",
            "%(count)d people have done it. Those who did it long enough ago are asked again at once.",
            effect.done,
        )
    else:
        done = ngettext(
            "%(count)d person has done it. Nothing changes for them until it comes round again.",
            "%(count)d people have done it. Nothing changes for them until it comes round again.",
            effect.done,
        )
    return [*lines, done % {"count": effect.done}]


def of_changing_people(effect: Effect) -> list[str]:
    """Who is asked from now on, and who no longer."""
    lines = []
    if effect.gets:
        lines.append(
            ngettext("%(count)d more person gets it.", "%(count)d more people get it.", effect.gets)
            % {"count": effect.gets}
        )
    if effect.stops:
        lines.append(
            ngettext(
                "%(count)d person who has not begun is no longer asked.",
                "%(count)d people who have not begun are no longer asked.",
                effect.stops,
            )
            % {"count": effect.stops}
        )
    if effect.begun:
        lines.append(_("Whoever has begun keeps it, also when they no longer match."))
    return lines or [_("It stays with the same people as today.")]
