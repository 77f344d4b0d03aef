"""The car wash scenario as data: five scenes, a fair score, an ending for every score, and a full text version."""

from lms.demo.content.car_wash import SCENARIO, as_rich_text

SCENES = SCENARIO["scenes"]


def test_five_scenes_have_three_choices_of_which_one_is_best():
    assert len(SCENES) == 5
    for scene in SCENES:
        assert [choice["response"] for choice in scene["choices"]] == ["a", "b", "c"]
        assert sorted(choice["score"] for choice in scene["choices"])[-2:] in ([0, 2], [1, 2])


def test_the_best_choice_is_not_always_in_the_same_place():
    places = {[choice["score"] for choice in scene["choices"]].index(2) for scene in SCENES}
    assert places == {0, 1, 2}


def test_interactions_are_told_apart():
    interactions = [scene["interaction"] for scene in SCENES]
    assert len(set(interactions)) == 5
    assert all(name.isascii() and " " not in name for name in interactions)


def test_every_score_has_an_ending():
    minimums = [ending["minimum"] for ending in SCENARIO["endings"]]
    best = sum(max(choice["score"] for choice in scene["choices"]) for scene in SCENES)
    assert minimums == sorted(minimums, reverse=True)
    assert minimums[-1] == 0
    assert minimums[0] <= best == 10


def test_the_text_version_says_everything_the_scenario_says():
    text = as_rich_text()
    for scene in SCENES:
        for part in [*scene["text"], scene["title"], scene["question"], scene["picture_alt"]]:
            assert part in text
        for choice in scene["choices"]:
            assert choice["label"] in text
            assert choice["consequence"] in text
    for ending in SCENARIO["endings"]:
        assert ending["title"] in text
