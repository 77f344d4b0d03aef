"""The starter libraries: how much there is, that references lead somewhere, and that a second seed adds nothing."""

import re

import pytest
from wagtail.models import ReferenceIndex

from lms.demo.content import glossary, law, training
from lms.demo.content.authorities import AUTHORITIES
from lms.demo.content.partnerships import PARTNERSHIPS
from lms.demo.libraries import EXPLAINED, explained, seed_libraries
from lms.demo.publishing import seed_authorities
from tests.factories.libraries import LawLibraryFactory, TrainingLibraryFactory
from tests.factories.toolkit import HomePageFactory
from toolkit_pages.domain.endorsing import endorsement_of
from toolkit_pages.models import GlossaryTerm, LawItemPage, Partnership, TrainingEntryPage

ENTRIES = [*law.ITEMS, *training.ENTRIES, *glossary.TERMS]


def test_there_is_enough_of_everything():
    assert len(law.ITEMS) >= 15
    assert len(training.ENTRIES) >= 20
    assert len(PARTNERSHIPS) >= 12
    assert len(AUTHORITIES) >= 30
    assert len(glossary.TERMS) >= 40


def test_everything_rests_on_authorities_that_exist():
    known = {entry["key"] for entry in AUTHORITIES}
    assert {key for entry in ENTRIES for key in entry["rests_on"]} - known == set()


def test_every_word_tied_to_the_glossary_has_its_term():
    slugs = {term["slug"] for term in glossary.TERMS}
    tied = {slug for entry in [*law.ITEMS, *training.ENTRIES] for slug, _words in EXPLAINED.findall(entry["body"])}
    assert tied - slugs == set()


@pytest.mark.parametrize("entries", [law.ITEMS, training.ENTRIES, glossary.TERMS, PARTNERSHIPS, AUTHORITIES])
def test_no_two_entries_share_an_address(entries):
    addresses = [entry.get("slug") or entry["key"] for entry in entries]
    assert sorted(set(addresses)) == sorted(addresses)


def test_what_is_made_up_has_addresses_that_lead_nowhere():
    made_up = [entry["url"] for entry in training.ENTRIES if "fictional" in entry["provider"]]
    made_up += [entry["website"] for entry in PARTNERSHIPS]
    assert [url for url in made_up if not re.match(r"https://([a-z-]+\.)?example\.org/", url)] == []


@pytest.mark.django_db
def test_seeding_twice_makes_everything_once_with_nothing_endorsed():
    HomePageFactory()
    LawLibraryFactory()
    TrainingLibraryFactory()
    for _time in range(2):
        seed_libraries(seed_authorities())
    counts = [model.objects.filter(live=True).count() for model in (LawItemPage, TrainingEntryPage, GlossaryTerm)]
    assert counts == [len(law.ITEMS), len(training.ENTRIES), len(glossary.TERMS)]
    assert Partnership.objects.filter(live=True, is_sample=True).count() == len(PARTNERSHIPS)
    assert [entry for entry in TrainingEntryPage.objects.all() if endorsement_of(entry)] == []
    term = GlossaryTerm.objects.get(slug="nrm")
    assert ReferenceIndex.get_references_to(term).count() >= 2
    assert explained("[[nrm|the NRM]]", {"nrm": term}) == f'<a linktype="glossary-term" id="{term.pk}">the NRM</a>'
