"""Addresses of courses."""

from django.urls import path

from courses.views import certificate, lesson, my_training, play, reminders, training

app_name = "courses"
urlpatterns = [
    path("my-training/", my_training.my_training, name="my_training"),
    path("training/", training.catalogue, name="catalogue"),
    path("training/<slug:slug>/", training.module, name="module"),
    path("training/<slug:slug>/start/", training.start, name="start"),
    path("training/<slug:slug>/again/", training.again, name="again"),
    path("training/<slug:slug>/continue/", reminders.go_on, name="continue"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/", lesson.lesson, name="lesson"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/done/", lesson.complete, name="complete_lesson"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/play/", play.play, name="play"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/position/", lesson.position, name="position"),
    path("assignments/reminders/", reminders.reminders, name="reminders"),
    path("assignments/reminders/follow/", reminders.follow, name="follow_reminders"),
    path("assignments/<uuid:public_id>/remind/", reminders.remind, name="remind_now"),
    path("certificates/", certificate.certificates, name="certificates"),
    path("certificates/<str:number>.pdf", certificate.pdf, name="certificate_pdf"),
    path("certificates/<str:number>/", certificate.certificate, name="certificate"),
    path("c/", certificate.check, name="check_certificate"),
    path("c/<str:number>/", certificate.checked, name="checked_certificate"),
]
