"""Addresses of assessments."""

from django.urls import path

from assessments.views import question, quiz, result

app_name = "assessments"
urlpatterns = [
    path("training/<slug:module_slug>/<slug:lesson_slug>/quiz/", quiz.quiz, name="quiz"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/quiz/<int:number>/", question.question, name="question"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/quiz/check/", quiz.review, name="review"),
    path("training/<slug:module_slug>/<slug:lesson_slug>/quiz/hand-in/", quiz.submit, name="submit"),
    path("attempts/<int:pk>/", result.result, name="result"),
    path("attempts/<int:pk>/summary/", result.attempt, name="attempt"),
    path("attempts/<int:pk>/more/", result.allow_more, name="allow_more"),
]
