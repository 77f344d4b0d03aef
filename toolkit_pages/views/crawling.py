"""What search engines and browsers ask for by themselves: robots.txt, the sitemap, an icon where no page names one."""

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as PageSitemap
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap

from courses.models import Module
from toolkit_pages.domain.checklists import published_themes
from toolkit_pages.models import Partnership

# What is for people who are signed in, or has an address for each person, is of no use in a search engine.
KEPT_OUT = ["/admin/", "/django-admin/", "/accounts/", "/account/", "/people/", "/my-training/", "/invitations/", "/c/"]
KEPT_OUT += ["/checklist/result/", "/checklist/keep/", "/checklist/clear/", "/checklist/download/"]


class ModuleSitemap(Sitemap):
    """The public page of every published module."""

    @property
    def protocol(self) -> str:
        return settings.SITE_ORIGIN.partition(":")[0]

    def items(self):
        return Module.objects.published().only("slug", "last_published_at").order_by("pk")

    def lastmod(self, module: Module):
        return module.last_published_at


class ThemeSitemap(ModuleSitemap):
    """Every published theme of the checklist."""

    def items(self):
        return [found.theme for found in published_themes()]


class PartnershipSitemap(ModuleSitemap):
    """Every published partnership of the directory."""

    def items(self):
        return Partnership.objects.published().only("slug", "last_published_at").order_by("pk")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Pages, modules, themes and partnerships, none of them in draft or private."""
    parts = {"modules": ModuleSitemap(), "themes": ThemeSitemap(), "partnerships": PartnershipSitemap()}
    return wagtail_sitemap(request, sitemaps={"pages": PageSitemap, **parts})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Which addresses search engines may read."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in [*KEPT_OUT, reverse("toolkit_pages:search")])]
    lines += ["", f"Sitemap: {settings.SITE_ORIGIN}{reverse('toolkit_pages:sitemap')}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """The site's icon, for what is no page and so names none: a PDF in a tab of its own."""
    return redirect(static("build/icon.svg"))
