"""Django's settings, for every installation; what differs comes from the environment (config/environment.py)."""

from pathlib import Path

from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from vernost.config import environment
from vernost.config.database import database
from vernost.config.log import logging_of
from vernost.config.login import sign_on
from vernost.config.mail import mailers
from vernost.config.secrets import backup_key, refuse_insecure, secret_key

_env = environment.from_process()
_package = Path(__file__).resolve().parent.parent

VERNOST_DATA = Path(_env.text("VERNOST_DATA")).absolute()
VERNOST_WORKERS = _env.number("VERNOST_WORKERS")
VERNOST_LEASE_SECONDS = _env.number("VERNOST_LEASE_SECONDS")

VERNOST_API_LIMIT = _env.number("VERNOST_API_LIMIT")

VERNOST_DEMO = _env.flag("VERNOST_DEMO")

DEBUG = _env.flag("VERNOST_DEBUG")
ALLOWED_HOSTS = _env.items("VERNOST_HOSTS")
_https = _env.flag("VERNOST_HTTPS")
refuse_insecure(hosts=ALLOWED_HOSTS, https=_https, debug=DEBUG)
SECRET_KEY = secret_key(_env.text("VERNOST_SECRET_KEY"), VERNOST_DATA)

DATABASES = {"default": database(_env.text("VERNOST_DATABASE_URL"), VERNOST_DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "vernost.core",
    "vernost.channels",
    "vernost.clients",
    "vernost.voice",
    "vernost.assessment",
    "vernost.programmes",
    "vernost.care",
    "vernost.transfer",
    "vernost.ui",
    "vernost.office",
    # After the office, whose templates come before theirs.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "vernost.office.running.requests.log_requests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vernost.office.running.headers.keep_private",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vernost.office.running.limits.LimitsMiddleware",
    "vernost.office.shell.looking.LookingMiddleware",
    "vernost.office.privacy.noting.note_access",
    "vernost.office.shell.language.LanguageMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "vernost.config.urls"
WSGI_APPLICATION = "vernost.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "vernost.office.shell.context.shell",
            ],
            "builtins": ["vernost.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]

AUTH_USER_MODEL = "core.User"
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "login"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

AUTHENTICATION_BACKENDS = ["vernost.office.login.backend.People"]
ACCOUNT_ADAPTER = "vernost.office.login.accounts.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "vernost.office.login.forms.Login",
    "reauthenticate": "vernost.office.login.forms.ConfirmByPassword",
}
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
# What one person may ask for, and within how many seconds (office/running/limits.py).
VERNOST_LIMITS = {"search": (240, 60), "export": (30, 600)}
if _env.flag("VERNOST_PROXY"):
    ALLAUTH_TRUSTED_PROXY_COUNT = 1
MFA_ADAPTER = "vernost.office.login.accounts.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# One step before and after, for clocks that are not quite right.
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "vernost.office.login.forms.EnterCode",
    "reauthenticate": "vernost.office.login.forms.ConfirmByCode",
    "activate_totp": "vernost.office.login.forms.SwitchOnApp",
    "add_webauthn": "vernost.office.login.forms.AddKey",
    "edit_webauthn": "vernost.office.login.forms.RenameKey",
}
SOCIALACCOUNT_ADAPTER = "vernost.office.login.accounts.SingleSignOn"
# A person is found by the e-mail that the company's own provider vouches for.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": sign_on(_env)}}

# What is counted against guessing is shared by all processes.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "core_cache"}}

TASKS = {"default": {"BACKEND": "vernost.core.jobs.backend.DatabaseBackend", "QUEUES": ["default"]}}

VERNOST_ADDRESS = _env.text("VERNOST_ADDRESS").rstrip("/") or f"http{'s' * _https}://{ALLOWED_HOSTS[0]}"
VERNOST_MAIL_TIMEOUT = _env.number("VERNOST_MAIL_TIMEOUT")
DEFAULT_FROM_EMAIL = _env.text("VERNOST_MAIL_FROM") or "vernost@localhost"
MAILERS, VERNOST_MAIL_PROBLEM = mailers(_env, demo=VERNOST_DEMO)

LANGUAGE_CODE = _env.text("VERNOST_LANGUAGE")
LANGUAGES = [("ru", _("Russian")), ("en", _("English"))]
LOCALE_PATHS = [_package / "locale"]
TIME_ZONE = _env.text("VERNOST_TIME_ZONE")
USE_TZ = True

STATIC_URL = "/static/"
# The built files are found inside the package: nothing is collected, nothing is written at start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/dist/.+-[A-Z0-9]{8}\.\w+$"

SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "vernost.office.shell.errors.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _https
SESSION_ENGINE = "vernost.office.login.session_store"
if _https:
    # No other name under the same domain can set or read them.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if _https else 0
if _env.flag("VERNOST_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

VERNOST_BACKUP_KEY = backup_key(_env.text("VERNOST_BACKUP_KEY"))
VERNOST_METRICS_TOKEN = _env.text("VERNOST_METRICS_TOKEN")
LOGGING = logging_of(_env.text("VERNOST_LOG"))
