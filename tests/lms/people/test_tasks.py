"""Sweeps about people that are not a domain's own."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from lms.people.tasks import forget_old_sessions

pytestmark = pytest.mark.django_db


def test_sessions_that_ran_out_go_and_others_stay(client, alice):
    client.force_login(alice)
    Session.objects.create(session_key="old", session_data="", expire_date=timezone.now() - timedelta(minutes=1))
    forget_old_sessions()
    assert Session.objects.get().session_key == client.session.session_key
