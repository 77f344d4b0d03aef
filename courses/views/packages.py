"""The admin's pages of SCORM packages: a list, an upload, and a page for each package with its versions."""

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.views.snippets import IndexView

from courses.models import PackageVersion, ScormPackage
from courses.scorm.launches import LaunchError, player_url, start_browse
from courses.scorm.packages import UploadError, check_upload, upload_package
from courses.tasks import unpack_waiting_packages
from courses.views.package_words import in_words, refusal_in_words
from lms.editorial.viewsets import EditorialChooser, EditorialViewSet
from lms.hurry import hurry

REFRESH_SECONDS = "3"
UNFINISHED = {PackageVersion.State.WAITING, PackageVersion.State.UNPACKING}
LISTED = "wagtailsnippets_courses_scormpackage:"


class FileForm(forms.Form):
    """A zip to upload."""

    file = forms.FileField(
        label=gettext_lazy("Package"),
        help_text=gettext_lazy("A .zip with one SCORM 1.2 or SCORM 2004 course, as your authoring tool exports it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            check_upload(file)
        except UploadError as error:
            raise forms.ValidationError(str(error)) from error
        return file


class UploadForm(FileForm):
    """A new package."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=150,
        required=False,
        help_text=gettext_lazy("What editors see when they choose it. Left empty, it is the file’s name."),
    )
    field_order = ["title", "file"]


class TitleForm(forms.ModelForm):
    """A package's title."""

    class Meta:
        model = ScormPackage
        fields = ["title"]


@permission_required("courses.add_scormpackage", raise_exception=True)
def upload(request: HttpRequest) -> HttpResponse:
    """Upload a package; its page then shows how far unpacking has come."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        found = form.cleaned_data
        version = upload_package(found["file"], by=request.user, title=found["title"])
        hurry(unpack_waiting_packages)
        return redirect(LISTED + "edit", version.package_id)
    context = {"form": form, "page_title": _("Upload a SCORM package"), "list_url": reverse(LISTED + "list")}
    return render(request, "courses/scorm/package_upload.html", context)


@permission_required("courses.change_scormpackage", raise_exception=True)
def package(request: HttpRequest, pk: str) -> HttpResponse:
    """One package: its versions with warnings and refusals, its title, and the upload of a new version.

    While a version is being unpacked the page asks for itself again every few seconds, without a script, unless it is
    asked to keep still.
    """
    found = get_object_or_404(ScormPackage, pk=pk)
    is_upload = request.method == "POST" and ("upload" in request.POST or "file" in request.FILES)
    file_form = FileForm(request.POST, request.FILES) if is_upload else FileForm()
    title_form = TitleForm(None if is_upload else request.POST or None, instance=found)
    if is_upload and file_form.is_valid():
        upload_package(file_form.cleaned_data["file"], by=request.user, package=found)
        hurry(unpack_waiting_packages)
        return redirect(LISTED + "edit", found.pk)
    if request.method == "POST" and not is_upload and title_form.is_valid():
        title_form.save()
        messages.success(request, _("The title is saved."))
        return redirect(LISTED + "edit", found.pk)
    versions = list(found.versions.select_related("uploaded_by").annotate(attempt_count=Count("attempts")))
    for version in versions:
        version.refusal_text = refusal_in_words(version.refusal)
        version.warning_texts = [in_words(warning) for warning in version.warnings]
    context = {
        "package": ScormPackage.objects.get(pk=found.pk),
        "versions": versions,
        "lessons": found.lessons.order_by("title"),
        "file_form": file_form,
        "title_form": title_form,
        "list_url": reverse(LISTED + "list"),
        "unfinished": any(version.state in UNFINISHED for version in versions),
    }
    response = render(request, "courses/scorm/package.html", context)
    if context["unfinished"] and request.method != "POST" and "still" not in request.GET:
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_POST
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a version as it is played, on the content origin; nothing is recorded."""
    if not request.user.has_perm("courses.change_scormpackage"):
        raise PermissionDenied
    version = get_object_or_404(PackageVersion.objects.select_related("package"), pk=pk)
    try:
        launch = start_browse(request.user, version=version, at=timezone.now())
    except LaunchError as error:
        messages.error(request, str(error))
        return redirect(LISTED + "edit", version.package_id)
    return redirect(player_url(launch))


class ScormPackageChooser(EditorialChooser):
    """The chooser of packages, for a lesson."""

    more_columns = [
        Column("version", label=gettext_lazy("Version"), accessor="current_version.number"),
        DateColumn("created_at", label=gettext_lazy("Added")),
    ]

    def get_object_list(self):
        return ScormPackage.objects.select_related("current_version")


class ScormPackageViewSet(EditorialViewSet):
    """Packages. Their pages are our own, since an upload is no ordinary form."""

    model = ScormPackage
    icon = "media"
    menu_label = gettext_lazy("SCORM packages")
    chooser_viewset_class = ScormPackageChooser
    index_view_class = IndexView  # packages have no drafts
    copy_view_enabled = False
    list_display = [
        "title",
        Column("version", label=gettext_lazy("Version"), accessor="current_version.number"),
        Column("kind", label=gettext_lazy("SCORM"), accessor="current_version.scorm_version"),
        DateColumn("created_at", label=gettext_lazy("Added"), sort_key="created_at"),
    ]
    panels: list = []
    form_fields = ["title"]

    def get_queryset(self, request):
        return ScormPackage.objects.select_related("current_version")

    @cached_property
    def add_view(self):
        return upload

    @cached_property
    def edit_view(self):
        return package

    def get_urlpatterns(self):
        return [*super().get_urlpatterns(), path("preview/<int:pk>/", preview, name="preview")]
