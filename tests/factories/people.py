"""Factories of people and organisations; all fictional."""

import factory
from allauth.account.models import EmailAddress

from lms.people.models import ApprovedDomain, Membership, Organisation, Team, User


class UserFactory(factory.django.DjangoModelFactory):
    """A person who can sign in with the password "a long enough password"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@police.example.org")
    first_name = "Robin"
    last_name = factory.Sequence(lambda n: f"Fictional{n}")
    password = factory.django.Password("a long enough password")

    @factory.post_generation
    def verified_address(self, create, extracted, **kwargs):
        if create:
            EmailAddress.objects.create(user=self, email=self.email, verified=True, primary=True)


class OrganisationFactory(factory.django.DjangoModelFactory):
    """A root organisation, or a unit with `parent=`."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Example Service {n}")
    kind = Organisation.Kind.POLICE
    nation = "england"

    @classmethod
    def _create(cls, model_class, *args, parent=None, **kwargs):
        if parent is not None:
            return Organisation.objects.get(pk=parent.pk).add_child(**kwargs)
        return model_class.add_root(**kwargs)


class TeamFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Team

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Team {n}")


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class ApprovedDomainFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ApprovedDomain

    organisation = factory.SubFactory(OrganisationFactory)
    domain = factory.Sequence(lambda n: f"agency{n}.example.org")
