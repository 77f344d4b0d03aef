"""Addresses of people: one's account, joining, and what a lead changes. The list of people is in lms.reports."""

from django.urls import path

from lms.people.views import (
    account,
    claiming,
    invitations,
    inviting_many,
    joining,
    membership,
    organisation,
    roster_results,
    rosters,
    units,
)

app_name = "people"
urlpatterns = [
    path("account/", account.account, name="account"),
    path("account/name/", account.change_name, name="change_name"),
    path("account/open/<str:token>/", claiming.activate, name="activate"),
    path("join/", joining.join, name="join"),
    path("invitations/<str:token>/", invitations.accept_invitation, name="accept_invitation"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/invitations/", invitations.invitations, name="invitations"),
    path("people/invitations/send/", inviting_many.send_invitations, name="send_invitations"),
    path("people/invitations/again/", inviting_many.many_invitations, {"kind": "resend"}, name="resend_many"),
    path("people/invitations/stop/", inviting_many.many_invitations, {"kind": "withdraw"}, name="withdraw_many"),
    path("people/invitations/batch/<uuid:public_id>/", inviting_many.invitation_batch, name="invitation_batch"),
    path("people/invitations/<int:pk>/send-again/", invitations.resend_invitation, name="resend_invitation"),
    path("people/invitations/<int:pk>/withdraw/", invitations.withdraw_invitation, name="withdraw_invitation"),
    path("people/import/", rosters.imports, name="imports"),
    path("people/import/<uuid:public_id>/", rosters.roster_import, name="roster_import"),
    path("people/import/<uuid:public_id>/columns/", rosters.roster_columns, name="roster_columns"),
    path("people/import/<uuid:public_id>/missing/", rosters.roster_missing, name="roster_missing"),
    path("people/import/<uuid:public_id>/apply/", rosters.apply_roster, name="apply_roster"),
    path("people/import/<uuid:public_id>/cancel/", rosters.cancel_roster, name="cancel_roster"),
    path("people/import/<uuid:public_id>/rows.csv", roster_results.roster_rows, name="roster_rows"),
    path("people/joining/", organisation.ways_to_join, name="ways_to_join"),
    path("people/joining/<int:pk>/code/", organisation.renew_join_code, name="renew_join_code"),
    path("people/joining/<int:pk>/no-code/", organisation.stop_join_code, name="stop_join_code"),
    path("people/joining/<int:pk>/domain/", organisation.approve_domain, name="approve_domain"),
    path("people/joining/domain/<int:pk>/remove/", organisation.remove_domain, name="remove_domain"),
    path("people/<uuid:public_id>/membership/<int:pk>/", membership.change_membership, name="membership"),
    path("people/teams/", units.teams, name="teams"),
    path("people/teams/<int:pk>/", units.change_team, name="change_team"),
    path("people/teams/<int:pk>/remove/", units.remove_team, name="remove_team"),
    path("people/units/", units.units, name="units"),
    path("people/units/<int:pk>/", units.change_unit, name="change_unit"),
    path("people/<uuid:public_id>/membership/<int:pk>/move/", membership.move_person, name="move_person"),
    path("people/<uuid:public_id>/membership/<int:pk>/end/", membership.finish_membership, name="end_membership"),
]
