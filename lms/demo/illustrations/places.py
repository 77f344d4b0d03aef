"""Everyday places: a terrace at dusk, a farm and a building site."""

from lms.demo.illustrations.canvas import (
    DARK,
    DEEP,
    HARBOUR,
    LAMP,
    MID,
    MIST,
    MIST_2,
    MIST_3,
    MIST_4,
    SEA,
    TEAL,
    circle,
    framed,
    moved,
    rect,
    shape,
    stroke,
    windows,
)


def _house(x: float, wall: str, *, lit: bool = False) -> str:
    glass = MIST_4
    sill = MIST_2
    return moved(
        x,
        0,
        rect(0, 96, 116, 156, wall),
        shape("M-6 98L0 66H116L122 98Z", DARK),
        rect(84, 40, 22, 40, HARBOUR),
        rect(88, 30, 6, 12, DEEP),
        rect(97, 30, 6, 12, DEEP),
        rect(16, 114, 32, 42, glass),
        rect(68, 114, 32, 42, glass),
        rect(31, 114, 2, 42, wall),
        rect(83, 114, 2, 42, wall),
        rect(13, 156, 38, 5, sill),
        rect(65, 156, 38, 5, sill),
        rect(12, 182, 42, 44, LAMP if lit else glass),
        rect(32, 182, 2, 44, wall),
        rect(9, 226, 48, 5, sill),
        rect(72, 178, 28, 74, DARK),
        rect(76, 182, 20, 12, SEA),
        circle(95, 218, 2, MIST_3),
        rect(68, 252, 36, 6, MIST_3),
    )


def terrace() -> str:
    """A row of terraced houses at dusk; one front window is lit."""
    walls = [MID, HARBOUR, TEAL, MID, HARBOUR, TEAL, MID]
    return framed(
        720,
        300,
        MIST_3,
        circle(610, 46, 24, MIST),
        shape("M0 120V86h60V64h70v30h90V50h40V30h24v20h50v44h96V70h70v30h90V58h60v36h70v26z", MIST_4),
        *(_house(-42 + 116 * place, wall, lit=place == 4) for place, wall in enumerate(walls)),
        rect(0, 258, 720, 14, SEA),
        rect(0, 272, 720, 28, HARBOUR),
        *(rect(20 + 120 * place, 284, 56, 4, TEAL) for place in range(6)),
    )


def farm() -> str:
    """Rows of crops, a barn, and a minibus waiting on the track."""
    rows = (
        shape(f"M{360 + offset * 22} 176L{360 + offset * 92 - 13} 300H{360 + offset * 92 + 13}Z", SEA)
        for offset in range(-7, 8)
    )
    return framed(
        720,
        300,
        MIST_2,
        shape("M0 150Q120 90 260 138T520 120T720 140V300H0Z", MIST_3),
        shape("M0 172Q180 138 380 164T720 160V300H0Z", MIST_4),
        rect(0, 176, 720, 124, TEAL),
        *rows,
        rect(0, 168, 720, 14, MIST_3),
        rect(64, 96, 132, 76, HARBOUR),
        shape("M54 98L84 60H176L206 98Z", DARK),
        rect(104, 116, 52, 56, MID),
        stroke("M106 118L154 170M154 118L106 170", MIST_4, 3),
        rect(116, 72, 28, 14, MIST_4),
        rect(208, 84, 34, 88, MID),
        shape("M208 86Q225 58 242 86Z", DEEP),
        stroke("M208 108h34M208 132h34", TEAL, 3),
        _minibus(430, 112),
        *(circle(x, 160, 16, HARBOUR) + rect(x - 2, 160, 4, 14, DARK) for x in (618, 650, 684)),
    )


def _minibus(x: float, y: float) -> str:
    return moved(
        x,
        y,
        shape("M0 56V14Q0 4 10 4H104Q114 4 119 14L132 34Q140 36 140 44V56Z", LAMP),
        *(rect(12 + 26 * place, 13, 20, 18, DEEP, 2) for place in range(3)),
        shape("M90 13H103Q107 13 109 17L117 31H90Z", DEEP),
        rect(0, 40, 140, 4, HARBOUR),
        circle(30, 56, 13, DARK),
        circle(30, 56, 5, MIST_3),
        circle(110, 56, 13, DARK),
        circle(110, 56, 5, MIST_3),
    )


def building_site() -> str:
    """A half-built block in scaffolding, a crane, and a site cabin with its window lit."""
    poles = "".join(rect(262 + 52 * place, 64, 4, 188, SEA) for place in range(6))
    decks = "".join(rect(252, 100 + 50 * place, 284, 5, MIST_4) for place in range(3))
    return framed(
        720,
        300,
        MIST_3,
        shape("M0 210V150h80v-30h70v50h60V96h60v114zM520 210v-70h70v-36h60v60h70v46z", MIST_4),
        rect(278, 88, 232, 164, MID),
        windows(294, 108, 4, 3, (54, 50), fill=MIST_3),
        rect(278, 76, 60, 14, MID),
        rect(394, 76, 40, 14, MID),
        poles,
        decks,
        stroke("M264 252L314 202M366 202L316 152M470 252L520 202", SEA, 3),
        stroke("M596 252V40M520 52H700M596 22L536 50M596 22L690 50M596 40V22", DARK, 6),
        rect(584, 52, 26, 20, DARK),
        rect(676, 52, 26, 22, DEEP),
        stroke("M540 54V120", DARK, 3),
        rect(522, 120, 36, 12, HARBOUR),
        rect(60, 168, 156, 84, HARBOUR, 3),
        rect(54, 160, 168, 12, DARK, 3),
        rect(78, 188, 58, 34, LAMP),
        rect(106, 188, 3, 34, HARBOUR),
        rect(160, 186, 34, 66, DARK),
        circle(188, 220, 2.5, MIST_3),
        rect(0, 252, 720, 48, HARBOUR),
        *(rect(20 + 100 * place, 270, 60, 5, TEAL) for place in range(7)),
    )
