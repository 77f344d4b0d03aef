"""Addresses of toolkit_pages that are not pages: search, and what search engines ask for."""

from django.urls import path

from toolkit_pages.views import crawling
from toolkit_pages.views.search import search_page

app_name = "toolkit_pages"
urlpatterns = [
    path("search/", search_page, name="search"),
    path("sitemap.xml", crawling.sitemap, name="sitemap"),
    path("robots.txt", crawling.robots, name="robots"),
]
