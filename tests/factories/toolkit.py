"""Factories of toolkit pages, authorities, images and documents."""

import datetime
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.models import Page, Site

from lms.authorities.models import Authority
from lms.uploads.models import Document, Image
from toolkit_pages.models import HomePage, ToolkitIndexPage, ToolkitPage


class PageFactory(factory.django.DjangoModelFactory):
    """A published page below `parent`, or below the site's home page."""

    class Meta:
        model = ToolkitPage

    title = factory.Sequence(lambda n: f"Run a useful meeting {n}")
    slug = factory.Sequence(lambda n: f"meeting-{n}")
    intro = "A plan that ends with three agreed actions."

    @classmethod
    def _create(cls, model_class, *args, parent=None, published_on=None, **kwargs):
        above = parent or Site.objects.get(is_default_site=True).root_page
        page = Page.objects.get(pk=above.pk).specific.add_child(instance=model_class(**kwargs))
        if published_on:
            at = datetime.datetime.combine(published_on, datetime.time(12), datetime.UTC)
            model_class.objects.filter(pk=page.pk).update(first_published_at=at, last_published_at=at)
            page.refresh_from_db()
        return page


class ToolkitPageFactory(PageFactory):
    """A page of guidance."""

    kind = "Guide"
    minutes = 5
    facts_checked_on = datetime.date(2026, 4, 14)
    nations = factory.LazyFunction(lambda: ["england", "wales"])


class ToolkitIndexPageFactory(PageFactory):
    """A section in the menu."""

    class Meta:
        model = ToolkitIndexPage

    title = factory.Sequence(lambda n: f"Resources {n}")
    slug = factory.Sequence(lambda n: f"resources-{n}")
    intro = "Short guides and templates."
    show_in_menus = True


class HomePageFactory(PageFactory):
    """The home page, as the root of the default site; Wagtail's own welcome page goes."""

    class Meta:
        model = HomePage

    title = "Home"
    slug = "start"

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        page = Page.get_first_root_node().add_child(instance=model_class(**kwargs))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"hostname": "testserver", "port": 80, "root_page": page}
        )
        Site.clear_site_root_paths_cache()
        return page


class AuthorityFactory(factory.django.DjangoModelFactory):
    """A section of an Act."""

    class Meta:
        model = Authority

    title = factory.Sequence(lambda n: f"Duty number {n}")
    reference = factory.Sequence(lambda n: f"Example Act 2015, section {n}")
    kind = Authority.Kind.ACT_SECTION
    nations = factory.LazyFunction(lambda: ["england", "wales"])


def png(width: int = 8, height: int = 6) -> bytes:
    """A small picture."""
    buffer = BytesIO()
    Picture.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


class ImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Image

    title = "A street"
    description = "A street with one door ajar"
    file = factory.LazyFunction(lambda: ImageFile(BytesIO(png()), name="street.png"))


class DocumentFactory(factory.django.DjangoModelFactory):
    """A small PDF; `content=b"..."` and `name="..."` make it something else."""

    class Meta:
        model = Document
        exclude = ["content", "name"]

    content = b"%PDF-1.7 an agenda for the first meeting"
    name = "agenda.pdf"
    title = "Agenda"
    file = factory.LazyAttribute(lambda row: ContentFile(row.content, name=row.name))
