"""Arguments for the addresses of the admins: one real thing of each kind, with people's data where it could show."""

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, ModelLogEntry, Page, ReferenceIndex, Revision, Site, Task, Workflow

from courses.models import Course, Lesson, ScormPackage
from lms.authorities.domain.changes import Wording, note_change
from lms.authorities.models import Authority, ReviewTask
from tests.factories.libraries import GlossaryTermFactory
from tests.factories.toolkit import DocumentFactory, ImageFactory
from tests.permissions.addresses import Address
from tests.permissions.world import World

OF_PEOPLE = {
    "organisation": "organisation",
    "team": "team",
    "approveddomain": "domain",
    "leads": "membership",
    "invitation": "invitation",
    "auditevent": "event",
    "partnership_members": "partnership_member",
}


class Places:
    """Everything that an address of the admins may be about."""

    def __init__(self, world: World) -> None:
        self.world = world
        GlossaryTermFactory()
        ScormPackage.objects.create(title="Example package")
        Course.objects.create(title="Modern slavery training", slug="training")
        self.authority = Authority.objects.create(title="Modern Slavery Act 2015")
        self.task = a_review(self.authority, editor=world.people["editor"])
        home = Site.objects.get(is_default_site=True).root_page
        editor = world.people["editor"]
        revision = home.specific.save_revision(user=editor, log_action=True)
        document, image = DocumentFactory(), ImageFactory()
        log_what_administrators_did(world)
        self.values: dict[str, Any] = {
            "page_id": home.pk,
            "parent_page_id": home.pk,
            "page_to_move_id": home.pk,
            "destination_id": Page.objects.get(depth=1).pk,
            "page_pk": home.pk,
            "revision_id": revision.pk,
            "revision_id_a": "earliest",
            "revision_id_b": "live",
            "document_id": document.pk,
            "doc_id": document.pk,
            "image_id": image.pk,
            "filter_spec": "width-100",
            "task_id": Task.objects.values_list("pk", flat=True).first() or 1,
            "workflow_pk": Workflow.objects.values_list("pk", flat=True).first() or 1,
            "app_label": "courses",
            "app_name": "courses",
            "model_name": "lesson",
            "content_type_app_name": "toolkit_pages",
            "content_type_model_name": "toolkitpage",
            "action": "delete",
            "action_name": "approve",
            "collection_id": 1,
            "content_type_id": ContentType.objects.get_for_model(type(world.haverley.learner)).pk,
            "object_id": world.haverley.learner.pk,
            "url": "nothing/",
            "public_id": world.haverley.learner.public_id,
            "uidb64": "MQ",
            "token": "unknown",
        }

    def of(self, address: Address) -> dict[str, Any]:
        """Arguments for this address; 1 where any number will do."""
        values = {name: self.values.get(name, 1) for name in address.arguments}
        space = address.name.partition(":")[0]
        if "pk" in values:
            values["pk"] = self.key(space)
        if space == "admin" and "app_label" in values:
            values["app_label"] = "account"
        if space == "wagtailsettings":
            values |= {"app_name": "design_system", "model_name": "sitesettings"}
        if space.startswith("wagtailsnippets_") and "revision_id" in values:
            values["revision_id"] = Revision.objects.values_list("pk", flat=True).last() or 1
        return values

    def key(self, space: str) -> Any:
        """The key of one thing of the kind that a namespace is about."""
        if space in OF_PEOPLE:
            return self.world.haverley.arguments[OF_PEOPLE[space]]["pk"]
        if space.startswith(("wagtailsnippets_", "wagtailsnippetchoosers_")):
            label, _, model = space.partition("_")[2].rpartition("_")
            return apps.get_model(label, model)._default_manager.values_list("pk", flat=True).first() or 1
        of_wagtail = {
            "assessments_lessons": Lesson.objects.values_list("pk", flat=True).first(),
            "authorities_overview": self.authority.pk,
            "authorities_check": self.authority.pk,
            "authorities_change": self.authority.pk,
            "freshness_task": self.task.pk,
            "wagtailusers_users": self.world.haverley.learner.pk,
            "wagtaildocs_chooser": self.values["document_id"],
            "wagtailimages_chooser": self.values["image_id"],
            "wagtailadmin_api": self.values["page_id"],
            "wagtailadmin_pages": self.values["page_id"],
        }
        return of_wagtail.get(space, 1)


def a_review(authority: Authority, *, editor: Any) -> ReviewTask:
    """A change of the authority, and the review of a lesson that follows from it."""
    lesson = Lesson.objects.order_by("pk").first()
    lesson.rests_on, lesson.content_owner = [("authority", authority)], editor
    lesson.save()
    ReferenceIndex.create_or_update_for_object(lesson)  # which otherwise waits for the end of the transaction
    day = timezone.localdate()
    _version, tasks = note_change(authority, by=editor, wording=Wording(version="2"), what_changed="New", due_on=day)
    return tasks[0]


def log_what_administrators_did(world: World) -> None:
    """Wagtail's own log of changes through its forms; it keeps the words that name a person."""
    assert Locale.objects.exists()
    for name, label in (("membership", "people.Membership"), ("invitation", "people.Invitation")):
        model = apps.get_model(label)
        thing = model.objects.get(pk=world.haverley.arguments[name]["pk"])
        ModelLogEntry.objects.log_action(thing, "wagtail.edit", user=world.people["administrator"])
    ModelLogEntry.objects.log_action(world.haverley.learner, "wagtail.edit", user=world.people["administrator"])
