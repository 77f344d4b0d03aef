"""The five pictures of the car wash scenario, with the vehicles they share."""

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


def _wheel(x: float, y: float, radius: float = 17) -> str:
    return circle(x, y, radius, DARK) + circle(x, y, radius * 0.42, MIST_3)


def _car(x: float, y: float, body: str) -> str:
    return moved(
        x,
        y,
        shape("M0 50V34Q2 24 24 21L44 2Q47-1 52-1H100Q105-1 109 3L128 21Q158 24 158 38V50Z", body),
        shape("M36 21L50 6Q52 4 55 4H72V21Z", DEEP),
        shape("M78 4H98Q101 4 103 6L117 21H78Z", DEEP),
        _wheel(34, 50),
        _wheel(124, 50),
    )


def _van(x: float, y: float, body: str, *, cab: str = DEEP) -> str:
    return moved(
        x,
        y,
        shape("M0 88V8Q0 0 8 0H138Q146 0 151 8L170 42L188 50Q194 53 194 62V88Z", body),
        shape("M118 12H136Q140 12 143 17L157 42H118Z", cab),
        rect(12, 60, 176, 4, MIST_3),
        rect(104, 6, 3, 78, MIST_4),
        _wheel(42, 88, 19),
        _wheel(152, 88, 19),
    )


def _ground(y: float = 196) -> str:
    return rect(0, y, 720, 240 - y, TEAL) + shape(f"M0 {y}H720V{y + 8}H0Z", SEA)


def queue() -> str:
    """Two cars wait under and beside a canopy; a yellow board stands at the entrance with nothing on it."""
    return framed(
        720,
        240,
        MIST_2,
        shape("M0 196V118h90v-26h70v40h110V84h60v48h120V98h90v30h80v-22h100v90z", MIST_3),
        _ground(),
        rect(96, 62, 330, 24, HARBOUR, 3),
        rect(96, 86, 330, 6, SEA),
        *(rect(x, 92, 10, 106, MID) for x in (110, 256, 402)),
        rect(436, 114, 120, 84, HARBOUR),
        rect(430, 106, 132, 10, DARK),
        rect(450, 132, 38, 26, MIST_4),
        rect(506, 132, 34, 66, DARK),
        stroke("M384 96q16 20 4 44t6 44", SEA, 5),
        *(rect(x, 168, 22, 30, DEEP, 3) + rect(x, 176, 22, 4, SEA) for x in (350, 376)),
        _car(136, 146, MIST_4),
        rect(618, 96, 6, 104, DARK),
        rect(666, 96, 6, 104, DARK),
        rect(602, 84, 86, 66, LAMP, 4),
        rect(609, 91, 72, 52, "none") + stroke("M611 93h68v48h-68z", HARBOUR, 3),
        _car(-60, 150, SEA),
    )


def wheel() -> str:
    """The wheel of a van from close by, with a yellow bucket and a sponge beside it."""
    spokes = "".join(moved(0, 0, shape("M-7-22L-11-58H11L7-22Z", MIST_4), turn=turn) for turn in range(0, 360, 60))
    foam = ((430, 214, 17), (456, 220, 13), (404, 221, 12), (210, 219, 13), (186, 222, 9), (482, 223, 8))
    return framed(
        720,
        240,
        MIST_2,
        rect(0, 0, 720, 150, MIST_3),
        shape("M0 0H600V150Q600 176 574 176H0Z", MID),
        rect(0, 62, 600, 10, SEA),
        rect(0, 0, 600, 20, HARBOUR),
        shape("M196 176a114 114 0 0 1 228 0Z", DARK),
        rect(0, 204, 720, 36, TEAL),
        moved(
            310,
            150,
            circle(0, 0, 84, DEEP),
            circle(0, 0, 62, SEA),
            spokes,
            circle(0, 0, 22, MIST_2),
            circle(0, 0, 8, MID),
        ),
        *(circle(x, y, radius, MIST) for x, y, radius in foam),
        shape("M500 122H600L588 222H512Z", LAMP),
        f'<ellipse cx="550" cy="122" rx="50" ry="12" fill="{HARBOUR}"/>',
        *(circle(x, 118, r, MIST) for x, r in ((522, 10), (542, 13), (564, 11), (582, 8))),
        stroke("M502 124Q550 200 598 124", MIST_4, 4),
        rect(622, 196, 58, 24, MIST_4, 8),
        *(circle(x, y, 2.5, SEA) for x, y in ((634, 204), (648, 210), (662, 203), (672, 212))),
    )


def caravan() -> str:
    """A caravan with closed curtains behind an office; five pairs of yellow boots stand by its step."""
    pair = (
        shape("M0-26H9V-8Q18-7 19 0H0Z", LAMP),
        shape("M4-30H13V-12Q22-11 23-4V0H19Q18-7 9-8V-26H4Z", HARBOUR),
    )
    curtains = "".join(
        rect(x - 5, 84, 72, 46, HARBOUR, 5)
        + shape(f"M{x} 89h31l-2 36h-29zM{x + 62} 89h-31l2 36h29z", MIST_2)
        + stroke(f"M{x - 4} 89h70", MIST_4, 3)
        for x in (262, 470)
    )
    return framed(
        720,
        240,
        MIST_2,
        shape("M0 196V96h70v-24h60v50h100v-30h300v30h90V88h100v108z", MIST_3),
        _ground(),
        rect(24, 92, 150, 106, HARBOUR),
        rect(16, 82, 166, 14, DARK),
        rect(42, 116, 50, 34, MIST_4),
        rect(116, 116, 38, 82, DARK),
        shape("M226 176V92Q226 62 258 62H532Q566 62 570 96L578 176Z", SEA),
        rect(230, 142, 346, 8, MID),
        curtains,
        rect(364, 82, 60, 94, HARBOUR, 4),
        rect(412, 128, 14, 8, MIST_2, 2),
        rect(356, 182, 76, 14, DEEP, 2),
        circle(298, 180, 22, DARK) + circle(298, 180, 9, MIST_3),
        stroke("M578 172h44v18", DARK, 6),
        *(moved(438 + 34 * place, 222, *pair) for place in range(5)),
    )


def road() -> str:
    """A van in a lay-by under a tree; the light in its cab is on."""
    return framed(
        720,
        240,
        MIST_2,
        shape("M0 140Q140 84 300 124T720 96V240H0Z", MIST_3),
        shape("M0 164Q220 128 420 150T720 142V240H0Z", MIST_4),
        rect(0, 184, 720, 56, HARBOUR),
        shape("M120 184H560Q600 184 620 200H70Q96 184 120 184Z", TEAL),
        *(rect(30 + 130 * place, 220, 70, 5, MIST_4) for place in range(6)),
        rect(523, 108, 10, 78, DARK),
        circle(528, 84, 48, TEAL),
        circle(560, 102, 32, MID),
        circle(498, 104, 30, MID),
        _van(236, 86, HARBOUR, cab=LAMP),
        rect(640, 130, 6, 56, DARK),
        rect(620, 104, 46, 32, MIST, 4),
        stroke("M632 120h22", SEA, 5),
    )


def call() -> str:
    """A telephone that is lit, on a desk beside a notepad and a mug."""
    return framed(
        720,
        240,
        MIST_3,
        rect(0, 0, 720, 152, MIST_2),
        rect(90, 20, 170, 96, MIST_4, 3),
        rect(98, 28, 154, 80, MIST),
        shape("M98 108V84l40-22 36 20 34-30 44 34v22z", MIST_3),
        rect(470, 30, 160, 8, SEA),
        *(
            rect(482 + 20 * place, 38 - height, 15, height, tint)
            for place, (height, tint) in enumerate([(22, MID), (26, TEAL), (20, SEA), (28, HARBOUR), (24, TEAL)])
        ),
        rect(0, 152, 720, 88, MID),
        rect(0, 152, 720, 8, HARBOUR),
        shape("M130 220L158 172H296L284 220Z", MIST),
        stroke("M168 184h108M162 195h84M156 206h96", MIST_4, 4),
        moved(
            370,
            112,
            rect(0, 0, 62, 108, DARK, 10),
            rect(6, 10, 50, 86, LAMP, 3),
            circle(31, 42, 13, HARBOUR),
            rect(17, 66, 28, 6, HARBOUR, 3),
            rect(17, 78, 18, 5, HARBOUR, 2),
        ),
        rect(360, 216, 84, 8, DEEP, 3),
        stroke("M560 178q24-2 22 14t-26 14", SEA, 7),
        shape("M500 164H562V206Q562 218 550 218H512Q500 218 500 206Z", SEA),
        rect(500, 164, 62, 7, DEEP),
    )
