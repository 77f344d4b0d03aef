"""The colours and the few shapes that every illustration is drawn with."""

DARK = "#06262e"
DEEP = "#08303a"
HARBOUR = "#0d4450"
MID = "#12535f"
TIDE = "#0b6170"
TEAL = "#2a7886"
SEA = "#5f9aa6"
MIST_4 = "#8dbac2"
MIST_3 = "#bcd6da"
MIST_2 = "#d9e6e8"
MIST = "#eef4f4"
LAMP = "#f6b73c"


def drawing(width: int, height: int, *parts: str) -> str:
    """A whole SVG document of this size, in CSS pixels, holding the parts in order."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">{"".join(parts)}</svg>'
    )


def framed(width: int, height: int, background: str, *parts: str) -> str:
    """A drawing on a background with round corners; parts that reach past the edge are cut off there."""
    frame = f'<rect width="{width}" height="{height}" rx="8"'
    return drawing(
        width,
        height,
        f'<defs><clipPath id="frame">{frame}/></clipPath></defs>',
        '<g clip-path="url(#frame)">',
        f'{frame} fill="{background}"/>',
        *parts,
        "</g>",
    )


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    """A filled rectangle."""
    corners = f' rx="{radius}"' if radius else ""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"{corners} fill="{fill}"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    """A filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}"/>'


def shape(path: str, fill: str, opacity: float = 1) -> str:
    """A filled path."""
    fade = "" if opacity == 1 else f' opacity="{opacity:g}"'
    return f'<path d="{path}" fill="{fill}"{fade}/>'


def stroke(path: str, colour: str, width: float) -> str:
    """A line along a path, with round ends and joins."""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
    )


def moved(x: float, y: float, *parts: str, turn: float = 0, scale: float = 1) -> str:
    """A group of parts moved to x, y, then turned (degrees) and scaled about its own origin."""
    steps = f"translate({x:g} {y:g})"
    if turn:
        steps += f" rotate({turn:g})"
    if scale != 1:
        steps += f" scale({scale:g})"
    return f'<g transform="{steps}">{"".join(parts)}</g>'


def windows(x: float, y: float, columns: int, rows: int, step: tuple[float, float], *, fill: str) -> str:
    """A grid of equal windows; step is the distance from one to the next across and down."""
    across, down = step
    return "".join(
        rect(x + column * across, y + row * down, across * 0.5, down * 0.58, fill)
        for row in range(rows)
        for column in range(columns)
    )
