"""Authorities in the admin: who may edit them, filters, tick boxes, and no delete while content rests on one."""

import pytest
from django.urls import reverse

from lms.authorities.domain.usage import in_use
from lms.authorities.models import Authority
from lms.people.domain.roles import ADMINISTRATORS, sync_roles
from tests.factories.toolkit import AuthorityFactory, ToolkitPageFactory

LIST = "wagtailsnippets_authorities_authority:list"
DELETE = "wagtailsnippets_authorities_authority:delete"
BACKEND = "lms.people.backends.SignedInBackend"
LIST_QUERIES = 12


@pytest.fixture
def editing(client, erin):
    """A browser with erin signed in."""
    client.force_login(erin, backend=BACKEND)
    return client


@pytest.fixture
def administering(client, erin):
    """A browser with an administrator signed in."""
    erin.groups.set([sync_roles()[ADMINISTRATORS]])
    client.force_login(erin, backend=BACKEND)
    return client


def titles(response):
    return [row.title for row in response.context["page_obj"]]


def test_the_nations_are_ticked_and_kept_in_the_order_of_the_choices(editing):
    html = editing.get(reverse("wagtailsnippets_authorities_authority:add")).content.decode()
    assert html.count('<input type="checkbox" name="nations"') == 4
    data = {"title": "Duty to notify", "kind": "act_section", "nations": ["england", "wales"], "checked_on": ""}
    assert editing.post(reverse("wagtailsnippets_authorities_authority:add"), data).status_code == 302
    authority = Authority.objects.get()
    assert (authority.nations, authority.nations_display) == (["england", "wales"], "England and Wales")


def test_an_unknown_nation_is_refused(editing):
    data = {"title": "Duty to notify", "kind": "act_section", "nations": ["atlantis"]}
    assert editing.post(reverse("wagtailsnippets_authorities_authority:add"), data).status_code == 200
    assert not Authority.objects.exists()


def test_the_list_is_filtered_by_kind_nation_and_words(editing):
    AuthorityFactory(title="Scotland's own Act", nations=["scotland"])
    AuthorityFactory(title="A helpline", kind="service", nations=["england", "scotland"])
    AuthorityFactory(title="Duty to notify")
    assert titles(editing.get(reverse(LIST), {"kind": "service"})) == ["A helpline"]
    assert titles(editing.get(reverse(LIST), {"nations": "scotland"})) == ["A helpline", "Scotland's own Act"]
    assert titles(editing.get(reverse(LIST), {"q": "notify"})) == ["Duty to notify"]


def test_the_chooser_finds_an_authority_by_its_reference(editing):
    AuthorityFactory(title="Duty to notify", reference="Modern Slavery Act 2015, section 52")
    AuthorityFactory(title="A helpline", reference="08000 000 000")
    url = reverse("wagtailsnippetchoosers_authorities_authority:choose_results")
    assert "Duty to notify" in editing.get(url, {"q": "2015"}).content.decode()
    assert "A helpline" not in editing.get(url, {"q": "2015"}).content.decode()


def test_an_authority_that_content_rests_on_cannot_be_deleted(administering):
    used, unused = AuthorityFactory(title="Used"), AuthorityFactory(title="Unused")
    ToolkitPageFactory(rests_on=[("authority", used)])
    assert in_use([unused, used]) == [used]
    usage = reverse("wagtailsnippets_authorities_authority:usage", args=[used.pk])
    assert administering.post(reverse(DELETE, args=[used.pk]))["Location"] == usage
    many = reverse("wagtail_bulk_action", args=["authorities", "authority", "delete"])
    answer = administering.post(f"{many}?id={used.pk}&id={unused.pk}")
    assert answer["Location"] == usage
    assert Authority.objects.count() == 2
    assert administering.post(reverse(DELETE, args=[unused.pk])).status_code == 302
    assert list(Authority.objects.all()) == [used]


@pytest.mark.parametrize("person", ["alice", "bob", "charlie", "dana"])
def test_nobody_but_editors_and_administrators_enters(client, request, person):
    client.force_login(request.getfixturevalue(person), backend=BACKEND)
    assert client.get(reverse(LIST)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_one_row_and_for_three(editing, rows, django_assert_num_queries):
    for _row in range(rows):
        AuthorityFactory()
    editing.get(reverse(LIST))
    with django_assert_num_queries(LIST_QUERIES):
        editing.get(reverse(LIST))
