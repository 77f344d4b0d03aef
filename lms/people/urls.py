"""Addresses of people: one's account, joining, and what a lead changes. The list of people is in lms.reports."""

from django.urls import path

from lms.people.views import account, claiming, invitations, joining, membership, organisation

app_name = "people"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/name/", account.change_name, name="change_name"),
    path("account/open/<str:token>/", claiming.activate, name="activate"),
    path("join/", joining.join, name="join"),
    path("invitations/<str:token>/", invitations.accept_invitation, name="accept_invitation"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/invitations/", invitations.invitations, name="invitations"),
    path("people/invitations/<int:pk>/send-again/", invitations.resend_invitation, name="resend_invitation"),
    path("people/invitations/<int:pk>/withdraw/", invitations.withdraw_invitation, name="withdraw_invitation"),
    path("people/joining/", organisation.ways_to_join, name="ways_to_join"),
    path("people/joining/<int:pk>/code/", organisation.renew_join_code, name="renew_join_code"),
    path("people/joining/<int:pk>/no-code/", organisation.stop_join_code, name="stop_join_code"),
    path("people/joining/<int:pk>/domain/", organisation.approve_domain, name="approve_domain"),
    path("people/joining/domain/<int:pk>/remove/", organisation.remove_domain, name="remove_domain"),
    path("people/<uuid:public_id>/membership/<int:pk>/", membership.change_membership, name="membership"),
    path("people/<uuid:public_id>/membership/<int:pk>/end/", membership.finish_membership, name="end_membership"),
]
