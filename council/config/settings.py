"""One settings file, driven by the environment; a value that cannot be right stops the start, an empty one is none.

DATA_DIR       where the database, the secret key and files live (default: data/ beside manage.py)
DATABASE_URL   default: SQLite in DATA_DIR; postgres://user:password@host/name for an office
SECRET_KEY     default: made once and kept in DATA_DIR/secret-key
ALLOWED_HOSTS  names the application answers to, separated by commas (default: localhost,127.0.0.1)
BEHIND_TLS     1 where a proxy in front speaks https: cookies and redirects are then for https only, and a client's
               address is the last one in X-Forwarded-For, which that proxy must set or append to
ATTACHMENT_MB  the most megabytes of one attached PDF (default: 50)
ATTACHMENT_PAGES  the most pages of one attached PDF (default: 1000)
REQUIRE_MFA    0 where the secretariat may sign in with a password alone (default: 1)
EMAIL_HOST     the mail server that tells people of the steps of a paper; without one nothing is written or sent
EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD   of that server (default: 25, and nobody signs in)
EMAIL_USE_TLS, EMAIL_USE_SSL   1 for STARTTLS (port 587 by default), or for TLS from the start (port 465)
EMAIL_TIMEOUT  seconds it has for each answer (default: 10)
MAIL_FROM      the address that mail comes from, SITE_URL the address that its links begin with (https://shingi.example);
               both are asked for where there is an EMAIL_HOST
DEBUG          1 while developing; anything else but 0 is refused
"""

import datetime
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

BASE_DIR = Path(__file__).resolve().parents[2]


def flag(name: str, default: str = "0") -> bool:
    value = os.environ.get(name) or default
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} is 0 or 1, not {value!r}")
    return value == "1"


def count(name: str, default: int) -> int:
    value = os.environ.get(name) or str(default)
    if not (value.isascii() and value.isdigit() and int(value)):
        raise ImproperlyConfigured(f"{name} is a number from 1 on, not {value!r}")
    return int(value)


def kept_secret(path: Path) -> str:
    """The key of this installation, made on the first start and readable by its owner only."""
    if not path.exists():
        with NamedTemporaryFile("w", encoding="ascii", dir=path.parent) as whole:
            whole.write(get_random_secret_key())
            whole.flush()
            with suppress(FileExistsError):  # another process was first: its key is the one
                os.link(whole.name, path)
    return path.read_text("ascii")


DATA_DIR = Path(os.environ.get("DATA_DIR") or BASE_DIR / "data")
DATA_DIR.mkdir(parents=True, exist_ok=True)

DEBUG = flag("DEBUG")
SECRET_KEY = os.environ.get("SECRET_KEY") or kept_secret(DATA_DIR / "secret-key")
ALLOWED_HOSTS = [name.strip() for name in (os.environ.get("ALLOWED_HOSTS") or "localhost,127.0.0.1").split(",")]

INSTALLED_APPS = [
    "minutes",
    "council",
    "consultations",
    "council.config.apps.ShingiAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "council.config.second_factor.SecondFactorMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "council.config.urls"
WSGI_APPLICATION = "council.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASE_URL = os.environ.get("DATABASE_URL") or f"sqlite:///{DATA_DIR / 'shingi.sqlite3'}"
DATABASES = {"default": dj_database_url.parse(DATABASE_URL, conn_max_age=60)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # One writer at a time: a transaction takes the lock when it begins, and waits for it rather than failing half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
    # Tests use a file too: a database in memory knows no second connection that waits.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "consultations.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Signing in: name and password or a passkey; accounts are opened by the secretariat, so nobody signs up.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "account_login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_ADAPTER = "council.config.accounts.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False  # who is signed in and may not see a page learns why at the door
ACCOUNT_SESSION_REMEMBER = False  # machines of an office are shared: a session ends with the browser…
SESSION_COOKIE_AGE = 12 * 60 * 60  # …and at the latest when the working day does

# Wrong passwords are counted by axes alone, per name and address, in the database; wrong codes by allauth, per person.
ACCOUNT_RATE_LIMITS = {"login": None, "reauthenticate": None, "login_failed": "5/15m/key"}
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # the time that the page names stays true
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "council.config.lockout.counted_name"
AXES_CLIENT_IP_CALLABLE = "council.config.lockout.client_address"
AXES_LOCKOUT_CALLABLE = "council.config.lockout.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # who came when and from where is asked by nobody, so it is not kept
AXES_ENABLE_ADMIN = False

REQUIRE_MFA = flag("REQUIRE_MFA", default="1")
MFA_ADAPTER = "council.config.accounts.SecondFactorAdapter"
MFA_FORMS = {"edit_webauthn": "council.config.accounts.PasskeyNameForm"}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "審議"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # addresses play no part in signing in

# Shared by all processes, for it counts wrong codes and remembers codes that were used.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# What is typed may be long (a whole register pasted at once); what is uploaded is bounded before it is kept anywhere.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024**2
ATTACHMENT_MAX_BYTES = count("ATTACHMENT_MB", 50) * 1024**2
ATTACHMENT_MAX_PAGES = count("ATTACHMENT_PAGES", 1_000)
FILE_UPLOAD_HANDLERS = [
    "consultations.views.uploads.BoundedUpload",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Mail goes out after the step it tells of, beside the request (consultations/services/outbox.py).
EMAIL_HOST = os.environ.get("EMAIL_HOST") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = flag("EMAIL_USE_TLS"), flag("EMAIL_USE_SSL")
EMAIL_PORT = count("EMAIL_PORT", 587 if EMAIL_USE_TLS else 465 if EMAIL_USE_SSL else 25)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_TIMEOUT = count("EMAIL_TIMEOUT", 10)
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM") or ""
SITE_URL = (os.environ.get("SITE_URL") or "").rstrip("/")
if EMAIL_USE_TLS and EMAIL_USE_SSL:
    raise ImproperlyConfigured("of EMAIL_USE_TLS and EMAIL_USE_SSL only one is 1")
if EMAIL_HOST and not ("@" in DEFAULT_FROM_EMAIL and SITE_URL.startswith(("http://", "https://"))):
    raise ImproperlyConfigured("with an EMAIL_HOST, MAIL_FROM is an address of mail and SITE_URL one of the web")

LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [BASE_DIR / "static", ("paper", BASE_DIR / "paper" / "css")]

# Nothing is loaded from elsewhere, nothing inline runs: the network may be closed and the text typed by anyone.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "base-uri": [NONE],
    },
}
X_FRAME_OPTIONS = "SAMEORIGIN"
SESSION_COOKIE_HTTPONLY = True
# Whether subdomains follow and browsers preload is the municipality's to decide; the print is framed by its own page.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W019", "security.W021"]
BEHIND_TLS = flag("BEHIND_TLS")
if BEHIND_TLS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
