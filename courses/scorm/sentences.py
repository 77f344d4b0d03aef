"""Sentences about a package that are told to an editor later, in the editor's language. Knows no Django.

The English sentence is the key of its translation, as everywhere; what it names is kept beside it. Modules import
`sentence` as `_`, the name by which sentences to translate are found.
"""

import json
from typing import Any


class Sentence(str):
    """The sentence in English, which remembers its key and its values."""

    key: str
    values: dict[str, str | int]

    def as_data(self) -> dict[str, Any]:
        """Plain data, to be stored; `courses.views.package_words` reads it in the reader's language."""
        return {"key": self.key, "values": self.values}

    def as_json(self) -> str:
        """The same as text."""
        return json.dumps(self.as_data(), ensure_ascii=False)


def sentence(key: str, **values: str | int) -> Sentence:
    """The sentence with `%(name)s` replaced by the values."""
    made = Sentence(key % values if values else key)
    made.key = key
    made.values = values
    return made
