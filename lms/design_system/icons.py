"""The drawings behind the `icon` tag: 24 px grid, 2 px round strokes in the colour of the text around them."""

ICONS: dict[str, str] = {
    "arrow": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "back": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "book": '<path d="M12 6c-2-1.7-5-2-9-2v14c4 0 7 .3 9 2 2-1.7 5-2 9-2V4c-4 0-7 .3-9 2zM12 6v14"/>',
    "check": '<path d="M4 12.5l5 5L20 6.5"/>',
    "doc": '<path d="M6 2.5h8L18.5 7v14.5H6z"/><path d="M14 2.5V7h4.5M9 12h6.5M9 16h6.5"/>',
    "doing": '<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>',
    "done": (
        '<circle cx="12" cy="12" r="9.5" fill="currentColor"/>'
        '<path class="icon__cut" d="M7.5 12.3l3.2 3.2 6-6.6" stroke="#fff"/>'
    ),
    "down": '<path d="M12 3.5v12M6.5 10.5L12 16l5.5-5.5M4 20.5h16"/>',
    "full": '<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"/>',
    "info": '<circle cx="12" cy="12" r="9.5"/><path d="M12 11v6M12 7.3v.1"/>',
    "late": '<path d="M12 3.2L22 20.5H2z"/><path d="M12 10v4.6M12 17.4v.1"/>',
    "lock": '<rect x="5" y="11" width="14" height="10" rx="1.5"/><path d="M8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "mail": '<rect x="2.5" y="5" width="19" height="14" rx="1.5"/><path d="M3 6l9 7 9-7"/>',
    "none": '<path d="M6 12h12"/>',
    "out": '<path d="M14 4h6v6M20 4l-9 9M18 14v6H4V6h6"/>',
    "people": (
        '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c0-4 2.7-6.5 6.5-6.5s6.5 2.5 6.5 6.5'
        'M16 5.2a3.5 3.5 0 0 1 0 6M18 14.2c2.2.9 3.5 3 3.5 5.8"/>'
    ),
    "play": '<path d="M7 4l12.5 8L7 20z"/>',
    "print": '<path d="M7 8V3h10v5M7 17H3.5V8h17v9H17"/><path d="M7 14h10v7H7z"/>',
    "quiz": (
        '<path d="M8.5 9a3.6 3.6 0 1 1 5.2 3.2c-1.2.7-1.7 1.3-1.7 2.6"/>'
        '<path d="M12 18.6v.1"/><circle cx="12" cy="12" r="10"/>'
    ),
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>',
    "soon": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.4l3.4 2"/>',
    "todo": '<circle cx="12" cy="12" r="9"/>',
    "x": '<path d="M6 6l12 12M18 6L6 18"/>',
}
