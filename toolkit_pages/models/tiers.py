"""Training in three tiers, as the home page shows it."""

from dataclasses import dataclass, field

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.domain.published import published_modules
from courses.models import Module

AUDIENCES = {1: _("For everyone"), 2: _("If you meet the public"), 3: _("If you refer or manage")}


@dataclass
class Tier:
    """A tier and its published modules."""

    number: int
    modules: list[Module] = field(default_factory=list)

    @property
    def audience(self) -> str:
        return str(AUDIENCES[self.number])

    @property
    def length(self) -> str:
        """How long its modules take: "25 minutes", "40 to 60 minutes"."""
        lengths = sorted({module.minutes for module in self.modules})
        if len(lengths) == 1:
            return gettext("%(minutes)s minutes") % {"minutes": lengths[0]}
        return gettext("%(least)s to %(most)s minutes") % {"least": lengths[0], "most": lengths[-1]}


def training_tiers() -> list[Tier]:
    """The tiers in which something is published, with their modules."""
    tiers = {number: Tier(number) for number in AUDIENCES}
    for module in published_modules().values():
        tiers[module.tier].modules.append(module)
    return [tier for tier in tiers.values() if tier.modules]
