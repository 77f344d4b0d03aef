"""`manage.py seed_demo`: the starter content and, for demonstrations, fictional people. Safe to repeat."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from courses.models import Module
from lms.demo.checklist import seed_checklist
from lms.demo.content.t2 import MODULE as SECOND
from lms.demo.county.seeding import seed_county
from lms.demo.crowd import LEAD, seed_crowd
from lms.demo.histories import seed_histories
from lms.demo.libraries import seed_libraries
from lms.demo.people import ADMINISTRATOR, EDITOR, EXPERT, LIVED_EXPERIENCE, PASSWORD, PEOPLE, seed_people
from lms.demo.publishing import seed_authorities
from lms.demo.reviewers import seed_reviewers
from lms.demo.reviews import seed_reviews
from lms.demo.search_words import seed_search_words
from lms.demo.toolkit import seed_toolkit
from lms.demo.training import seed_training
from toolkit_pages.models import HomePage

SHOWN = {
    "learner, half way": "tomasz@police.example.org",
    "learner, not started": "fionnuala@police.example.org",
    "learner, finished": "bartholomew@police.example.org",
    "training lead": "gwenllian@police.example.org",
    "training lead elsewhere": "charlie@council.example.org",
    "partnership coordinator": "dana@police.example.org",
    "editor": EDITOR.email,
    "reviewer, expert": EXPERT.email,
    "reviewer, lived experience": LIVED_EXPERIENCE.email,
    "administrator": ADMINISTRATOR.email,
}


class Command(BaseCommand):
    help = "Put the starter content and fictional people into the database; what is there is left alone."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Do nothing when there is a home page.")
        parser.add_argument("--content-only", action="store_true", help="No people: safe for a real site.")
        parser.add_argument("--people", type=int, default=0, metavar="N", help="A crowd of N more people, to measure.")
        parser.add_argument("--show-sign-ins", action="store_true", help="Only print the demo sign-ins.")

    def handle(self, *args, **options):
        if options["show_sign_ins"]:
            self.show_sign_ins()
            return
        if not options["content_only"] and not settings.DEMO_PEOPLE_ALLOWED:
            raise CommandError("People with a published password belong in demonstrations: use --content-only.")
        if options["if_empty"] and HomePage.objects.exists():
            return
        people = {} if options["content_only"] else seed_people()
        authorities = seed_authorities()
        seed_toolkit(authorities)
        module = seed_training(authorities)
        seed_libraries(authorities)
        seed_checklist(authorities)
        seed_search_words()
        if people:
            seed_histories(people, module=module)
            seed_county(first=module, second=Module.objects.get(slug=SECOND["slug"]))
            seed_reviews()
            seed_reviewers(people)
            if options["people"] > 0:
                seed_crowd(options["people"])
                self.stdout.write(f"A crowd of {options['people']} people, led by {LEAD}.")
        self.stdout.write(self.style.SUCCESS("The starter content is in place."))

    def show_sign_ins(self):
        known = {person.email for person in [*PEOPLE, EDITOR, EXPERT, LIVED_EXPERIENCE, ADMINISTRATOR]}
        self.stdout.write(f"Demo sign-ins, all with the password {PASSWORD}")
        for role, email in SHOWN.items():
            if email in known:
                self.stdout.write(f"  {role:<28}{email}")
