"""Step 2 of assigning, its first half: who gets it."""

from typing import Any

from crispy_forms_gds.choices import Choice
from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from courses.models import Assignment
from lms.design_system.days import DayField
from lms.editorial.models import Nation
from lms.people.domain.access import memberships_visible_to, organisations_led_by
from lms.people.models import Organisation, Team, User

Audience = Assignment.Audience
MOST_ROLES = 200


class OrganisationField(forms.ModelChoiceField):
    """Organisations by their place in the tree."""

    def label_from_instance(self, obj: Organisation) -> str:
        return obj.tree_name


class TeamsField(forms.ModelMultipleChoiceField):
    """Teams with the organisation they belong to."""

    def label_from_instance(self, obj: Team) -> str:
        return f"{obj.name}, {obj.organisation}"


def roles_in_use(lead: User) -> list[tuple[str, str]]:
    """The job roles of the people the lead may see, with how many hold each; the commonest when there are many."""
    rows = memberships_visible_to(lead).exclude(job_role="").values_list("job_role").order_by("job_role")
    counted = sorted(rows.annotate(people=Count("pk")), key=lambda row: -row[1])[:MOST_ROLES]
    return [(role, f"{role} ({people})") for role, people in sorted(counted)]


class AudienceForm(forms.Form):
    """The organisation, and everyone, teams, chosen people or a rule within it.

    For an assignment that is given out, `of` it, the organisation stays, and people are not chosen one by one.
    """

    organisation = OrganisationField(
        label=_("Organisation or unit"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        error_messages={
            "required": _("Choose an organisation or unit"),
            "invalid_choice": _("Choose an organisation or unit"),
        },
    )
    include_units = forms.BooleanField(label=_("And the units below it"), required=False, initial=True)
    audience = forms.ChoiceField(
        label=_("Who gets it?"),
        choices=[
            Choice(Audience.EVERYONE, _("Everyone")),
            Choice(Audience.TEAMS, _("Teams")),
            Choice(Audience.PEOPLE, _("Chosen people"), hint=_("You choose them on the next page.")),
            Choice(Audience.RULE, _("People who match a rule")),
        ],
        widget=forms.RadioSelect,
        initial=Audience.EVERYONE,
        error_messages={"required": _("Choose who gets it"), "invalid_choice": _("Choose who gets it")},
    )
    teams = TeamsField(
        label=_("Teams"), queryset=Team.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )
    job_roles = forms.MultipleChoiceField(
        label=_("Job roles"),
        help_text=_("Any of those you tick. None ticked means every role."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    first_responders_only = forms.BooleanField(label=_("Only people who work for a first responder"), required=False)
    child_facing_only = forms.BooleanField(label=_("Only people who work with children"), required=False)
    nation = forms.ChoiceField(
        label=_("Where they work"), choices=[("", _("Any nation")), *Nation.choices], required=False
    )
    joined_after = DayField(label=_("Joined after (optional)"), help_text=_("For example, 31 12 2025"), required=False)

    def __init__(self, *args, lead: User, of: Assignment | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        led = organisations_led_by(lead)
        self.place = of.organisation if of else None
        if of is None:
            self.fields["organisation"].queryset = led
        else:
            led = led.filter(path__startswith=of.organisation.path)
            del self.fields["organisation"]
            choices = self.fields["audience"].choices
            self.fields["audience"].choices = [one for one in choices if one[0] != Audience.PEOPLE]
        self.fields["teams"].queryset = (
            Team.objects.filter(organisation__in=led).select_related("organisation").order_by("name", "pk")
        )
        kept = [(role, role) for role in self.initial.get("job_roles") or []]
        offered = roles_in_use(lead)
        known = dict(offered)
        self.fields["job_roles"].choices = [*offered, *[pair for pair in kept if pair[0] not in known]]

    def clean(self) -> dict:
        cleaned = super().clean()
        audience, organisation = cleaned.get("audience"), self.place or cleaned.get("organisation")
        if audience == Audience.TEAMS and "teams" in cleaned and organisation:
            self.check_teams(cleaned["teams"], organisation, with_units=cleaned.get("include_units", False))
        if audience == Audience.RULE and not self.has_error("joined_after"):
            named = ("job_roles", "first_responders_only", "child_facing_only", "nation", "joined_after")
            if not any(cleaned.get(name) for name in named):
                self.add_error("job_roles", _("Choose at least one thing that people have to match"))
        return cleaned

    def check_teams(self, teams, organisation: Organisation, *, with_units: bool) -> None:
        """Refuse no team, and a team that lies outside the organisation chosen."""
        if not teams:
            self.add_error("teams", _("Choose at least one team"))
        for team in teams:
            path = team.organisation.path
            inside = path.startswith(organisation.path) if with_units else path == organisation.path
            if not inside:
                self.add_error(
                    "teams",
                    _("%(team)s is not in %(name)s. Choose another team or organisation")
                    % {"team": team, "name": organisation},
                )

    def fields_and_teams(self) -> dict[str, Any]:
        """The answers as the fields of an assignment; what belongs to another kind of audience is emptied."""
        cleaned = self.cleaned_data
        audience = cleaned["audience"]
        by_rule = audience == Audience.RULE
        return {
            **({} if self.place else {"organisation": cleaned["organisation"]}),
            "include_units": cleaned["include_units"],
            "audience": audience,
            "teams": list(cleaned["teams"]) if audience == Audience.TEAMS else [],
            "job_roles": cleaned["job_roles"] if by_rule else [],
            "first_responders_only": by_rule and cleaned["first_responders_only"],
            "child_facing_only": by_rule and cleaned["child_facing_only"],
            "nation": cleaned["nation"] if by_rule else "",
            "joined_after": cleaned["joined_after"] if by_rule else None,
        }


def audience_of(assignment: Assignment) -> dict[str, Any]:
    """What an assignment says, as the answers of the form."""
    names = ("include_units", "audience", "job_roles", "first_responders_only", "child_facing_only", "nation")
    return {
        "organisation": assignment.organisation_id,
        "teams": list(assignment.teams.all()),
        "joined_after": assignment.joined_after,
        **{name: getattr(assignment, name) for name in names},
    }
