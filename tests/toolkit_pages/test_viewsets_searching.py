"""Search in the Wagtail admin: editors keep synonyms, and read what was not found without being able to change it."""

from django.urls import reverse
from django.utils import timezone

from toolkit_pages.models import SearchMiss, SearchSynonym


def test_an_editor_adds_a_synonym(erin, client, home):
    client.force_login(erin)
    url = reverse(SearchSynonym.snippet_viewset.get_url_name("add"))
    assert client.post(url, {"words": "zebra, striped horse"}).status_code == 302
    assert SearchSynonym.objects.get().word_list == ["zebra", "striped horse"]


def test_an_editor_reads_what_was_not_found_and_changes_none_of_it(erin, client, home):
    client.force_login(erin)
    SearchMiss.objects.create(query="zebra", day=timezone.localdate(), number=3)
    names = SearchMiss.snippet_viewset.get_url_name
    assert "zebra" in client.get(reverse(names("list"))).content.decode()
    assert client.get(reverse(names("add"))).status_code == 302
    assert client.get(reverse(names("delete"), args=[SearchMiss.objects.get().pk])).status_code == 302
    assert SearchMiss.objects.count() == 1
