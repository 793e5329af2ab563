"""What a person calls the browser in which he is logged in, out of what the browser says of itself."""

# The first that is found counts: nearly all call themselves Mozilla, Chrome and Safari too.
_BROWSERS = (
    ("YaBrowser/", "Yandex"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def browser_name(said: str) -> str:
    """`Chrome, Linux`; what is not known is shown as it was said."""
    browser = next((name for sign, name in _BROWSERS if sign in said), "")
    system = next((name for sign, name in _SYSTEMS if sign in said), "")
    return ", ".join(part for part in (browser, system) if part) or said
