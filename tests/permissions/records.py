"""What is planted in each organisation: training records, and all that a lead can make; each with its mark."""

import datetime
from typing import TYPE_CHECKING

from django.core.files.base import ContentFile
from django.utils import timezone

from assessments.models import QuizAttempt
from courses.domain.progress import complete_lesson
from courses.models import Assignment, Certificate, Evidence, Exemption, Module, Requirement, Standing
from lms.audit.domain.recording import record
from lms.outbox.models import OutgoingEmail
from lms.people.domain.claiming import hash_token
from lms.people.models import ApprovedDomain, Invitation, InvitationBatch, RosterImport, RosterRow, Team
from lms.reports.models import Export
from tests.factories.assessments import hand_in
from tests.factories.courses import EnrolmentFactory

if TYPE_CHECKING:
    from tests.permissions.world import Side


def plant(side: "Side", module: Module) -> None:
    """Everything of one organisation that an address may be about."""
    person = {"public_id": side.learner.public_id}
    side.arguments |= {
        "organisation": {"pk": side.organisation.pk},
        "person": person,
        "membership": {**person, "pk": side.membership.pk},
    }
    plant_training(side, module)
    plant_ways_in(side)
    plant_assignments(side, module)
    plant_files(side, module)
    plant_in_the_admin(side)


def plant_training(side: "Side", module: Module) -> None:
    """An attempt at the quiz that failed, and a certificate of another round."""
    module.quiz = module.published_lessons()[1].lesson.quiz
    attempt = hand_in(side.learner, module, right=0)
    complete_lesson(attempt.enrolment, lesson=module.published_lessons()[0].lesson)
    side.arguments["attempt"] = {"pk": QuizAttempt.objects.get(pk=attempt.pk).pk}
    number = "TT-ZQHA-VPER" if side.prefix == "zqhav" else "TT-ZQE1-SPER"
    before = EnrolmentFactory(user=side.learner, module=module, round=2, is_current=False)
    Certificate.objects.create(
        number=number,
        enrolment=before,
        user=side.learner,
        module=module,
        holder_name=side.mark("per", "holder"),
        organisation_name=f"{side.prefix}orgname",
        module_title=module.title,
        tier=1,
        minutes=20,
        issuer_name="Toolkit and Training",
        completed_on=datetime.date(2026, 1, 5),
    )
    side.marks["per"].add(number.lower())
    side.arguments["certificate"] = {"number": number}


def plant_ways_in(side: "Side") -> None:
    """An open invitation, an activation link, a join code, an approved domain and a team."""
    side.marks["led"].add(side.organisation.join_code.lower())
    team = Team.objects.create(organisation=side.organisation, name=side.mark("org", "team"))
    domain = ApprovedDomain.objects.create(
        organisation=side.organisation, domain=side.mark("led", "domain") + ".example.org"
    )
    invitation = Invitation.objects.create(
        organisation=side.organisation,
        team=team,
        email=side.mark("led", "invited") + "@example.org",
        token_hash=hash_token(side.prefix),
        invited_by=side.lead,
        sent_at=timezone.now() - datetime.timedelta(days=1),
        expires_at=timezone.now() + datetime.timedelta(days=9),
    )
    side.arguments |= {
        "team": {"pk": team.pk},
        "domain": {"pk": domain.pk},
        "invitation": {"pk": invitation.pk},
    }


def plant_assignments(side: "Side", module: Module) -> None:
    """A draft, an assignment that the learner has to do, and an exemption."""
    fields = {"organisation": side.organisation, "module": module, "created_by": side.lead}
    draft = Assignment.objects.create(**fields, date_is_chosen=True, reason=side.mark("led", "draftreason"))
    given = Assignment.objects.create(
        **fields,
        reason=side.mark("org", "reason"),
        state=Assignment.State.ACTIVE,
        due_on=timezone.localdate() + datetime.timedelta(days=20),
        assigned_at=timezone.now(),
    )
    Requirement.objects.create(
        assignment=given, user=side.learner, module=module, membership=side.membership, due_on=given.due_on
    )
    Standing.objects.create(membership=side.membership, user=side.learner, organisation=side.organisation, required=1)
    exemption = Exemption.objects.create(
        user=side.learner,
        organisation=side.organisation,
        reason=side.mark("per", "exemption"),
        begins_on=timezone.localdate(),
        created_by=side.lead,
    )
    side.arguments |= {
        "draft": {"public_id": draft.public_id},
        "assignment": {"public_id": given.public_id},
        "exemption": {"public_id": side.learner.public_id, "pk": exemption.pk},
    }


def plant_files(side: "Side", module: Module) -> None:
    """Evidence, an imported list, invitations in bulk and an export, with their files."""
    evidence = Evidence.objects.create(
        user=side.learner,
        module=module,
        organisation=side.organisation,
        title=side.mark("per", "evidence"),
        provider=side.mark("per", "provider"),
        completed_on=timezone.localdate(),
        file=ContentFile(b"%PDF-1.4 " + side.mark("per", "evidencetext").encode(), name="evidence.pdf"),
        file_name=side.mark("per", "evidencefile") + ".pdf",
        accepted_by=side.lead,
    )
    roster = RosterImport.objects.create(
        organisation=side.organisation,
        uploaded_by=side.lead,
        file=ContentFile(b"email", name="people.csv"),
        file_name=side.mark("led", "roster") + ".csv",
        headers=["email"],
        fields_by_header={"email": "email"},
        state=RosterImport.State.CHECKED,
        checked_at=timezone.now(),
        row_count=1,
    )
    RosterRow.objects.create(
        roster_import=roster,
        number=2,
        action=RosterRow.Action.CREATE,
        name=side.mark("led", "rowname"),
        email=side.mark("led", "rowemail") + "@example.org",
        detail=side.mark("led", "rowdetail"),
        said={"email": f"{side.prefix}ledrowemail@example.org"},
    )
    batch = InvitationBatch.objects.create(kind="send", organisation=side.organisation, requested_by=side.lead)
    export = Export.objects.create(
        owner=side.lead,
        report="people",
        state=Export.State.READY,
        ready_at=timezone.now(),
        row_count=1,
        file=ContentFile(side.mark("led", "export").encode(), name="people.csv"),
    )
    side.arguments |= {
        "evidence": {"public_id": side.learner.public_id, "evidence_id": evidence.public_id},
        "evidence_file": {"public_id": evidence.public_id},
        "import": {"public_id": roster.public_id},
        "batch": {"public_id": batch.public_id},
        "export": {"public_id": export.public_id},
    }


def plant_in_the_admin(side: "Side") -> None:
    """What only administrators may find: the audit trail and the outbox."""
    event = record(side.lead, action="invited", subject=side.membership, organisation=side.organisation)
    email = OutgoingEmail.objects.create(
        key=side.prefix,
        kind="invitation",
        to=side.mark("led", "outbox") + "@example.org",
        subject="Your training",
        text=f"{side.prefix}peremail",
        message_id=f"<{side.prefix}@example.org>",
        not_before=timezone.now(),
    )
    side.arguments |= {"event": {"pk": event.pk}, "outgoing": {"pk": email.pk}}
