"""The street of the home page: everyday places at night and one door ajar, drawn for a harbour background."""

from lms.demo.illustrations.canvas import (
    DARK,
    DEEP,
    HARBOUR,
    LAMP,
    MID,
    MIST_2,
    TEAL,
    circle,
    drawing,
    moved,
    rect,
    shape,
    stroke,
    windows,
)

GROUND = 256
SHADE = "#0f4a56"


def _arches(x: float) -> str:
    arch = (
        shape("M0 0V-40A34 38 0 0 1 68-40V0Z", DARK),
        stroke("M14-2V-38A20 26 0 0 1 54-38V-2", TEAL, 2),
    )
    return "".join(moved(x + 76 * place, GROUND, *arch) for place in range(3))


def _car_wash(x: float) -> str:
    return moved(
        x,
        GROUND,
        rect(0, -102, 196, 8, TEAL),
        rect(0, -94, 196, 18, DARK),
        *(rect(place, -78, 9, 78, DARK) for place in (12, 96, 176)),
        shape("M26-8V-24Q28-34 44-36L56-50Q58-52 62-52H96Q100-52 102-50L116-36Q134-34 134-22V-8Z", DEEP),
        shape("M54-36L64-46H78V-36ZM83-46H94L104-36H83Z", TEAL),
        circle(52, -8, 11, DARK),
        circle(110, -8, 11, DARK),
        stroke("M160-76q-6 32 6 40t4 28", TEAL, 3),
    )


def _shops(x: float) -> str:
    shop = (
        windows(16, -122, 2, 1, (58, 50), fill=TEAL),
        shape("M2-72H108L115-52H-5Z", TEAL),
        rect(8, -48, 62, 42, SHADE),
        rect(78, -48, 24, 48, DEEP),
    )
    return moved(x, GROUND, rect(-4, -140, 228, 140, DARK), *shop, moved(112, 0, *shop))


def _house(x: float) -> str:
    """The house whose door is ajar: the only thing on the street that is lit."""
    return moved(
        x,
        GROUND,
        shape("M0 0V-96L72-148L144-96V0Z", DARK),
        rect(108, -150, 16, 42, DARK),
        windows(18, -92, 2, 1, (68, 56), fill=TEAL),
        rect(18, -42, 34, 28, TEAL),
        shape("M82 0H114L214 44H60Z", LAMP, 0.4),
        shape("M92 0H114L172 44H82Z", LAMP, 0.6),
        rect(82, -58, 32, 58, LAMP),
        shape("M82-58L101-51V11L82 0Z", MIST_2),
        circle(97, -20, 2, HARBOUR),
    )


def _terrace(x: float) -> str:
    home = (
        shape("M0 0V-88L40-118L80-88V0Z", DARK),
        rect(58, -126, 10, 28, DARK),
        rect(10, -78, 24, 22, TEAL),
        rect(46, -78, 22, 22, SHADE),
        rect(12, -40, 22, 40, SHADE),
        rect(46, -38, 22, 20, TEAL),
    )
    return "".join(moved(x + 80 * place, GROUND, *home) for place in range(3))


def _site(x: float) -> str:
    poles = "".join(rect(34 * place, -112, 3, 112, TEAL) for place in range(5))
    decks = "".join(rect(-4, -112 + 28 * place, 146, 3, TEAL) for place in range(4))
    return moved(
        x,
        GROUND,
        rect(8, -82, 48, 82, DARK),
        rect(74, -106, 58, 106, DARK),
        poles,
        decks,
        stroke("M64-112V-208M18-194H190M64-208L120-194M64-208L28-194M170-194V-150", DARK, 5),
        rect(12, -200, 22, 18, DARK),
        rect(160, -150, 20, 12, DARK),
    )


def _flats(x: float) -> str:
    return moved(x, GROUND, rect(0, -166, 170, 166, DARK), windows(16, -152, 5, 5, (31, 30), fill=TEAL))


def street_with_door_ajar() -> str:
    """1440 by 300 with no background of its own: lay it on harbour."""
    skyline = (
        "M0 256V158h84v-44h70v36h64V86h82v64h70v-28h104v40h86v-52h60V72h20v38h44v54h104v-34h140v30h70v-64h94"
        "v46h80v-32h108v40h70v-24h90v94z"
    )
    return drawing(
        1440,
        300,
        shape(skyline, MID, 0.75),
        _arches(-6),
        _car_wash(244),
        _shops(470),
        rect(0, GROUND, 1440, 44, DEEP),
        _terrace(872),
        _site(1136),
        _flats(1318),
        _house(726),
    )
