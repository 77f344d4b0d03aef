"""Pages of the toolkit, its snippets, and the records of checklist reviews."""

from toolkit_pages.models.checklist import ChecklistItem, ChecklistTheme, Level
from toolkit_pages.models.glossary import GlossaryTerm
from toolkit_pages.models.governance import DocumentVersion, GovernanceDocumentPage, GovernanceLibraryPage
from toolkit_pages.models.home import HomePage
from toolkit_pages.models.legislation import LawEvent, LawItemPage, LawLibraryPage
from toolkit_pages.models.partnerships import Partnership, PartnershipMember
from toolkit_pages.models.resources import ResourceFile, ResourceLibraryPage, ResourcePage
from toolkit_pages.models.reviews import (
    Action,
    ActionNote,
    Answerer,
    ChecklistReview,
    ReviewAnswer,
    ReviewItem,
    SavedChecklist,
)
from toolkit_pages.models.searching import SearchMiss, SearchSynonym
from toolkit_pages.models.sections import ChecklistPage
from toolkit_pages.models.toolkit import ToolkitIndexPage, ToolkitPage
from toolkit_pages.models.training_library import TrainingEntryPage, TrainingLibraryPage

__all__ = [
    "Action",
    "ActionNote",
    "Answerer",
    "ChecklistItem",
    "ChecklistPage",
    "ChecklistReview",
    "ChecklistTheme",
    "DocumentVersion",
    "GlossaryTerm",
    "GovernanceDocumentPage",
    "GovernanceLibraryPage",
    "HomePage",
    "LawEvent",
    "LawItemPage",
    "LawLibraryPage",
    "Level",
    "Partnership",
    "PartnershipMember",
    "ResourceFile",
    "ResourceLibraryPage",
    "ResourcePage",
    "ReviewAnswer",
    "ReviewItem",
    "SavedChecklist",
    "SearchMiss",
    "SearchSynonym",
    "ToolkitIndexPage",
    "ToolkitPage",
    "TrainingEntryPage",
    "TrainingLibraryPage",
]
