"""Words that mean the same to whoever searches; the glossary's short forms are known without them."""

from toolkit_pages.models import SearchSynonym

SAME = [
    "MS1, duty to notify, DtN",
    "ISA, information sharing agreement, data sharing agreement",
    "ToR, terms of reference",
    "DPIA, impact assessment",
    "SPOC, single point of contact",
    "county lines, cuckooing, criminal exploitation",
    "domestic servitude, domestic work",
    "safe house, safe accommodation, emergency accommodation",
    "guardian, child trafficking advocate",
    "interpreter, translator",
]


def seed_search_words() -> None:
    """The synonyms, unless editors keep some already."""
    if not SearchSynonym.objects.exists():
        for words in SAME:
            SearchSynonym.objects.create(words=words)
