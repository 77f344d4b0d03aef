"""Addresses of reviews of the checklist and of their actions."""

from django.urls import path

from toolkit_pages.views import actions, review_answers, review_results, review_settling, reviews

REVIEW = "reviews/<uuid:uuid>/"
urlpatterns = [
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/new/", reviews.open_review, name="open_review"),
    path(REVIEW, reviews.review, name="review"),
    path(f"{REVIEW}change/", reviews.change_review, name="change_review"),
    path(f"{REVIEW}delete/", reviews.delete_review, name="delete_review"),
    path(f"{REVIEW}people/", reviews.people, name="review_people"),
    path(f"{REVIEW}people/<int:pk>/take-off/", reviews.take_person_off, name="review_take_off"),
    path(f"{REVIEW}themes/<slug:slug>/", review_answers.theme, name="review_theme"),
    path(f"{REVIEW}finish/", review_answers.finish, name="finish_review"),
    path(f"{REVIEW}stop/", review_settling.stop, name="stop_review"),
    path(f"{REVIEW}differences/", review_settling.differences, name="review_differences"),
    path(f"{REVIEW}close/", review_settling.close, name="close_review"),
    path(f"{REVIEW}reopen/", review_settling.reopen, name="reopen_review"),
    path(f"{REVIEW}result/", review_results.result, name="review_result"),
    path(f"{REVIEW}gaps/", review_results.gaps, name="review_gaps"),
    path(f"{REVIEW}gaps/<int:pk>/move/", review_results.move, name="move_gap"),
    path(f"{REVIEW}gaps/order/", review_results.order_by_risk, name="put_back_order"),
    path(f"{REVIEW}print/", review_results.printed, name="review_print"),
    path(f"{REVIEW}result.docx", review_results.download, {"kind": "docx"}, name="review_docx"),
    path(f"{REVIEW}result.xlsx", review_results.download, {"kind": "xlsx"}, name="review_xlsx"),
    path(f"{REVIEW}actions/new/", actions.new_action, name="new_action"),
    path("actions/", actions.actions, name="actions"),
    path("actions/<uuid:uuid>/", actions.action, name="action"),
    path("actions/<uuid:uuid>/change/", actions.change_action, name="change_action"),
    path("actions/<uuid:uuid>/evidence/", actions.action_evidence, name="action_evidence"),
]
