"""Addresses of the site's host; the content origin's are courses.content_urls."""

from allauth.account.decorators import secure_admin_login
from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path, register_converter
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from lms.page_addresses import PageAddress
from lms.uploads.views import media
from toolkit_pages.views.serving import serve

register_converter(PageAddress, "page_address")
admin.site.login = secure_admin_login(admin.site.login)
to_login = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("<page_address:path>", serve, name="page"),
    path("admin/login/", to_login),
    path("_util/login/", to_login),
    path("django-admin/login/", to_login),
    path("django-admin/", admin.site.urls),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include("lms.uploads.urls")),
    path("accounts/", include("allauth.urls")),
    path("design-system/", include("lms.design_system.urls")),
    path("", include("lms.people.urls")),
    path("", include("lms.reports.urls")),
    path("", include("courses.urls")),
    path("", include("assessments.urls")),
    path("", include("toolkit_pages.urls")),
]
if getattr(settings, "SERVE_MEDIA", False):
    urlpatterns += [path("media/<path:path>", media)]
# Wagtail's own addresses but the last: public pages of the toolkit are served without looking them up each time.
urlpatterns += [*wagtail_urls.urlpatterns[:-1], re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")]
