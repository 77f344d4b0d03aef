"""Things on a table, at a window and on a path: papers, notes, tea, a meeting and stepping stones."""

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
)


def table_with_papers() -> str:
    """A kitchen table from above: a pile of identity cards and a key at one end, six plates at the other."""
    places = (
        moved(
            440 + 90 * (place % 3),
            104 + 92 * (place // 3),
            circle(0, 0, 31, MIST_3),
            circle(0, 0, 20, MIST),
            stroke("M42-22V22M-43-22V22M-48-22v10q0 5 5 5M-38-22v10q0 5-5 5", MIST_4, 3),
        )
        for place in range(6)
    )
    card = (
        rect(0, 0, 156, 98, LAMP, 8),
        rect(16, 18, 40, 52, HARBOUR, 4),
        stroke("M72 28h64M72 48h64M72 68h40", HARBOUR, 6),
    )
    return framed(
        720,
        300,
        MIST_2,
        rect(36, 32, 648, 236, HARBOUR, 16),
        rect(48, 44, 624, 212, MID, 10),
        moved(92, 108, rect(0, 0, 156, 98, SEA, 8), turn=-9),
        moved(98, 92, rect(0, 0, 156, 98, MIST_4, 8), turn=5),
        moved(92, 98, rect(0, 0, 156, 98, MIST_3, 8), turn=-3),
        moved(88, 100, *card),
        moved(
            300,
            150,
            circle(0, 0, 23, LAMP),
            circle(-5, 0, 8, MID),
            stroke("M22 0H84M66 0v15M82 0v12", LAMP, 9),
        ),
        *places,
    )


def phone_and_notebook() -> str:
    """A desk from above with a telephone, an open notebook and a pencil."""
    lines = "".join(rect(0, 26 * row, 116 - 22 * (row % 3), 5, MIST_4, 2) for row in range(6))
    return framed(
        720,
        300,
        TEAL,
        rect(0, 0, 720, 300, MID),
        moved(
            132,
            44,
            rect(0, 0, 116, 212, DARK, 18),
            rect(9, 22, 98, 162, MIST_3, 4),
            rect(24, 44, 68, 10, SEA, 5),
            rect(24, 66, 48, 10, SEA, 5),
            circle(58, 142, 21, TEAL),
            moved(58, 142, stroke("M-9-8q0 17 17 17", MIST, 5)),
            rect(44, 197, 28, 4, SEA, 2),
            turn=-6,
        ),
        moved(
            318,
            48,
            rect(-4, -4, 292, 212, DEEP, 10),
            rect(4, 4, 136, 196, MIST, 4),
            rect(144, 4, 136, 196, MIST, 4),
            shape("M140 4h4v196h-4z", MIST_3),
            moved(14, 26, lines),
            moved(156, 26, rect(0, 0, 112, 5, MIST_4, 2), rect(0, 26, 84, 5, MIST_4, 2)),
            turn=3,
        ),
        moved(
            512,
            210,
            rect(0, -8, 104, 16, LAMP),
            shape("M0-8L-26 0L0 8Z", MIST_2),
            shape("M-26 0l9-2.800v5.600z", DARK),
            rect(104, -8, 12, 16, SEA),
            turn=-38,
        ),
    )


def tea_by_a_window() -> str:
    """A cup of tea on a window sill in the evening, with a plant beside it."""
    leaves = (
        moved(0, 0, shape("M0 0Q-18-34 0-74Q18-34 0 0Z", colour), turn=turn)
        for turn, colour in ((-48, SEA), (48, SEA), (-24, MIST_4), (24, MIST_4), (0, SEA))
    )
    return framed(
        720,
        300,
        MIST_2,
        rect(150, 24, 420, 214, HARBOUR, 4),
        rect(162, 36, 396, 202, TEAL),
        shape("M162 238V176h40v-24h54v30h50v-44h38v30h60v-18h52v34h46v-22h56v76z", MID),
        circle(474, 84, 24, MIST_3),
        rect(355, 36, 10, 202, HARBOUR),
        rect(162, 120, 396, 8, HARBOUR),
        shape("M92 0H166Q176 120 124 238H92Z", MIST_3),
        shape("M628 0H554Q544 120 596 238H628Z", MIST_3),
        stroke("M112 0Q122 120 102 238M138 0Q146 120 112 238", MIST_4, 3),
        stroke("M608 0Q598 120 618 238M582 0Q574 120 608 238", MIST_4, 3),
        rect(70, 232, 580, 20, MIST, 4),
        rect(70, 248, 580, 10, MIST_4),
        moved(262, 186, *leaves),
        shape("M228 184H296L287 232H237Z", DEEP),
        rect(224, 180, 76, 10, DARK, 3),
        stroke("M424 150q-10-14 0-26t0-26M446 152q-10-14 0-26t0-26", MIST, 5),
        stroke("M470 184q26-4 24 16t-32 16", LAMP, 8),
        shape("M400 170H470V200Q470 228 444 228H426Q400 228 400 200Z", LAMP),
        rect(388, 226, 94, 7, MIST_3, 3),
    )


def meeting_table() -> str:
    """A round table from above with eight chairs, papers and one yellow folder that everyone can reach."""
    chairs = "".join(
        moved(0, 0, rect(-26, -136, 52, 26, SEA if turn % 90 else MIST_4, 12), turn=turn) for turn in range(0, 360, 45)
    )
    papers = "".join(
        moved(0, 0, rect(-15, -94, 30, 38, MIST, 3), rect(-9, -86, 18, 3, MIST_4), turn=turn)
        for turn in range(0, 360, 45)
    )
    folder = (
        rect(-34, -24, 68, 48, LAMP, 5),
        rect(-34, -31, 28, 12, LAMP, 4),
        stroke("M-20-4h40M-20 9h26", HARBOUR, 4),
    )
    return framed(
        720,
        300,
        MIST_2,
        rect(70, 60, 580, 180, MIST_3, 10),
        rect(84, 74, 552, 152, MIST_2, 6),
        moved(360, 150, chairs, circle(0, 0, 108, HARBOUR), circle(0, 0, 100, MID), papers, *folder),
    )


def path_with_steps() -> str:
    """Stepping stones that divide in two and meet again at a lit doorway."""
    first = [(64, 214), (126, 206), (188, 212), (250, 204)]
    upper = [(308, 172), (370, 152), (434, 148), (496, 162)]
    lower = [(312, 240), (376, 258), (442, 256), (502, 238)]
    stones = "".join(
        f'<ellipse cx="{x}" cy="{y + 5}" rx="27" ry="12" fill="{DEEP}"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="27" ry="12" fill="{MIST_2}"/>'
        for x, y in [*first, *upper, *lower, (556, 204)]
    )
    return framed(
        720,
        300,
        MIST_3,
        shape("M0 130Q160 84 330 112T720 92V300H0Z", MIST_4),
        rect(0, 138, 720, 162, TEAL),
        shape("M0 138Q200 120 380 138T720 138V170H0Z", TEAL),
        rect(586, 40, 134, 170, HARBOUR),
        shape("M574 44L653 0H720V44Z", DARK),
        rect(610, 104, 52, 106, DARK, 3),
        rect(616, 110, 40, 100, LAMP),
        rect(682, 108, 38, 44, SEA),
        rect(596, 206, 80, 10, MIST),
        *(circle(x, y, r, HARBOUR) for x, y, r in ((60, 118, 26), (92, 126, 18), (210, 112, 22))),
        rect(57, 120, 6, 26, DARK),
        rect(207, 116, 6, 26, DARK),
        stones,
    )
