"""SCORM 2004's thresholds, which only the manifest sets: how much progress completes, and which score passes."""

import pytest

from courses.models import LessonProgress, ScormItemState
from courses.scorm.manifest import parse
from tests.scorm_packages import Package, manifest_12, sco_page

pytestmark = pytest.mark.django_db
NAMESPACES = (
    'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
    'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"'
)
OBJECTIVE = (
    "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure='true'>"
    "<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives>"
    "</imsss:sequencing>"
)


def package(item_extra: str) -> Package:
    manifest = manifest_12(
        namespaces=NAMESPACES,
        schemaversion="<schemaversion>2004 3rd Edition</schemaversion>",
        resource_attributes='adlcp:scormType="sco"',
        item_extra=item_extra,
    )
    return Package({"index.html": sco_page()}, manifest=manifest)


@pytest.mark.parametrize(
    "threshold",
    [
        "<adlcp:completionThreshold>0.7</adlcp:completionThreshold>",
        '<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.7"/>',
    ],
)
def test_progress_up_to_the_threshold_completes_before_the_sco_ends(learning, threshold):
    seat = learning(package(threshold)).sit()
    seat.commit(1, {"progress_measure": "0.69", "completion_status": "unknown"})
    assert ScormItemState.objects.get().completion == "incomplete"
    seat.commit(2, {"progress_measure": "0.7"})
    assert ScormItemState.objects.get().completion == "completed"
    assert LessonProgress.objects.get().state == "completed"


def test_a_threshold_in_a_commit_is_ignored(learning):
    seat = learning(package("")).sit()
    seat.commit(1, {"progress_measure": "0.1", "completion_status": "incomplete", "completion_threshold": "0.1"})
    assert ScormItemState.objects.get().completion == "incomplete"


@pytest.mark.parametrize(("scaled", "success"), [("0.79", "failed"), ("0.8", "passed")])
def test_the_manifests_score_decides_whether_it_is_passed(learning, scaled, success):
    seat = learning(package(OBJECTIVE)).sit()
    seat.commit(1, {"completion_status": "completed", "success_status": "unknown", "score": {"scaled": scaled}})
    assert ScormItemState.objects.get().success == success


def test_an_item_around_others_has_its_own_threshold_alone():
    inside = f'<item identifier="IN" identifierref="RES"><title>In</title>{OBJECTIVE}</item>'
    manifest = manifest_12(
        namespaces=NAMESPACES,
        schemaversion="<schemaversion>2004 3rd Edition</schemaversion>",
        resource_attributes='adlcp:scormType="sco"',
        item_extra=inside,
    )
    around, within = parse(manifest.encode(), manifest_path="imsmanifest.xml", paths=["index.html"]).items
    assert (around.passing_score, within.passing_score) == ("", "0.8")
