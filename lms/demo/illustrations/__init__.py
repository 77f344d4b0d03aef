"""Our own pictures: each key names a function that draws one and returns it as an SVG string."""

from collections.abc import Callable

from lms.demo.illustrations import car_wash, places, street, things

ILLUSTRATIONS: dict[str, Callable[[], str]] = {
    "street-with-door-ajar": street.street_with_door_ajar,
    "terrace": places.terrace,
    "farm": places.farm,
    "building-site": places.building_site,
    "table-with-papers": things.table_with_papers,
    "phone-and-notebook": things.phone_and_notebook,
    "tea-by-a-window": things.tea_by_a_window,
    "meeting-table": things.meeting_table,
    "path-with-steps": things.path_with_steps,
    "car-wash-queue": car_wash.queue,
    "car-wash-wheel": car_wash.wheel,
    "car-wash-caravan": car_wash.caravan,
    "car-wash-road": car_wash.road,
    "car-wash-call": car_wash.call,
}
