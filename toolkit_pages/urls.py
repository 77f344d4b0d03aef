"""Addresses of toolkit_pages that are not pages: search, and what browsers and search engines ask for."""

from django.urls import path

from toolkit_pages import review_urls
from toolkit_pages.views import changes, checklist, crawling
from toolkit_pages.views.checklist_downloads import download
from toolkit_pages.views.glossary import glossary
from toolkit_pages.views.governance import governance_zip
from toolkit_pages.views.page_password import page_password
from toolkit_pages.views.partnerships import partnership, partnerships
from toolkit_pages.views.search import search_page

app_name = "toolkit_pages"
urlpatterns = [
    path("search/", search_page, name="search"),
    # Wagtail's own address of it, before Wagtail's.
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        page_password,
        name="page_password",
    ),
    path("library/zip/", governance_zip, name="governance_zip"),
    path("sitemap.xml", crawling.sitemap, name="sitemap"),
    path("robots.txt", crawling.robots, name="robots"),
    path("favicon.ico", crawling.favicon, name="favicon"),
    path("checklist/themes/<slug:slug>/", checklist.theme_page, name="checklist_theme"),
    path("checklist/result/", checklist.result, name="checklist_result"),
    path("checklist/download/<str:kind>/", download, name="checklist_download"),
    path("checklist/keep/", checklist.keep, name="checklist_keep"),
    path("checklist/clear/", checklist.clear, name="checklist_clear"),
    path("partnerships/", partnerships, name="partnerships"),
    path("partnerships/<slug:slug>/", partnership, name="partnership"),
    path("glossary/", glossary, name="glossary"),
    path("changes/", changes.changes, name="changes"),
    path("changes/atom.xml", changes.atom, name="changes_atom"),
    path("changes/rss.xml", changes.rss, name="changes_rss"),
    *review_urls.urlpatterns,
]
