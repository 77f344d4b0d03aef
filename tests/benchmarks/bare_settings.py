"""Settings of the bare view: no app, no middleware, no database."""

SECRET_KEY = "measures-only-and-protects-nothing"
ROOT_URLCONF = "tests.benchmarks.bare"
ALLOWED_HOSTS = ["*"]
MIDDLEWARE: list[str] = []
INSTALLED_APPS: list[str] = []
