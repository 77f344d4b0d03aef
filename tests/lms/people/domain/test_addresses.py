"""Another address for an account that nobody has opened: whoever has the old one gets in nowhere."""

import pytest

from lms.people.domain.addresses import correct_address
from lms.people.domain.claiming import activation_link, find_activation
from lms.people.domain.errors import NotAllowed
from lms.people.domain.inviting_many import ask_for_batch, sweep
from lms.people.models import Invitation, Membership, User

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "aliec@police.example.org", "alice.new@police.example.org"


@pytest.fixture
def listed(haverley) -> Membership:
    """Somebody whom a list brought in under a wrong address."""
    user = User(email=WRONG, first_name="Alice")
    user.set_unusable_password()
    user.save()
    return Membership.objects.create(user=user, organisation=haverley)


def test_links_and_invitations_sent_to_the_wrong_address_open_nothing(bob, haverley, listed):
    token = activation_link(listed.user, membership=listed).rstrip("/").rsplit("/", 1)[-1]
    ask_for_batch(bob, kind="send", organisation=haverley)
    sweep()
    assert find_activation(token) == listed
    assert Invitation.objects.open().filter(email=WRONG).count() == 1

    correct_address(bob, user=listed.user, email=RIGHT)
    assert find_activation(token) is None
    assert Invitation.objects.open().filter(email=WRONG).count() == 0
    assert User.objects.get(pk=listed.user_id).email == RIGHT


@pytest.mark.parametrize("who", ["charlie", "alice", "dana", "erin"])
def test_nobody_but_their_lead_corrects_it(who, request, listed):
    with pytest.raises(NotAllowed):
        correct_address(request.getfixturevalue(who), user=listed.user, email=RIGHT)
