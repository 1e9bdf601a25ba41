"""Settings of the site, read once from the environment. The short list: docs/site.md."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

HERE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("ATBALSS_DATA", "field-data")).resolve()
PUBLISHED = Path(os.environ.get("ATBALSS_PUBLISHED", "") or DATA / "published").resolve()
DEBUG = False
DEMO = os.environ.get("ATBALSS_DEMO", "") == "yes"  # invented data, logins shown on the screen
SECURE = os.environ.get("ATBALSS_HTTPS", "yes") == "yes"


def _kept(name: str) -> str:
    """A secret from the environment, else one made once and kept beside the data, for its owner."""
    value = os.environ.get(name, "")
    if value:
        return value
    file = DATA / f"{name.lower()}.txt"
    if not file.is_file():
        DATA.mkdir(parents=True, exist_ok=True)
        made = DATA / f"{name.lower()}.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with contextlib.suppress(FileExistsError):  # whole or not at all, and the first one stays
            os.link(made, file)
        made.unlink()
    return file.read_text(encoding="ascii").strip()


def _database(url: str) -> dict[str, object]:
    """SQLite in the data folder, or the PostgreSQL of `DATABASE_URL`."""
    if not url:
        return {
            "ENGINE": "atbalss_web.sqlite",
            "NAME": DATA / "field.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 60,  # seconds that a transaction may wait for the writer
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise ImproperlyConfigured("DATABASE_URL is postgresql://user:password@host:port/name")
    host = unquote(parts.hostname or "")
    query = dict(item.split("=", 1) for item in parts.query.split("&") if "=" in item)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.removeprefix("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", host)),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {  # nobody waits for ever: not for a server, a lock, or one who went away
            "connect_timeout": 5,
            "options": "-c lock_timeout=15s -c idle_in_transaction_session_timeout=5min",
        },
    }


SECRET_KEY = _kept("ATBALSS_SECRET_KEY")
WRAPPING_KEY = _kept("ATBALSS_WRAPPING_KEY")  # wraps the data key of each study; never backed up
DATABASES = {"default": _database(os.environ.get("DATABASE_URL", ""))}
ALLOWED_HOSTS = os.environ.get("ATBALSS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [item for item in os.environ.get("ATBALSS_ORIGINS", "").split(",") if item]
OIDC_ISSUER = os.environ.get("ATBALSS_OIDC_ISSUER", "")  # empty: no OpenID Connect
OIDC_CLIENT_ID = os.environ.get("ATBALSS_OIDC_CLIENT_ID", "")
OIDC_CLIENT_SECRET = os.environ.get("ATBALSS_OIDC_CLIENT_SECRET", "")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "atbalss_web.accounts",
    "atbalss_web.events",
    "atbalss_web.studies",
    "atbalss_web.cases",
    "atbalss_web.runner",
    "atbalss_web.lists",
    "atbalss_web.codingdesk",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "atbalss_web.security.ContentSecurityPolicy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "atbalss_web.accounts.middleware.Doors",
]
ROOT_URLCONF = "atbalss_web.urls"
WSGI_APPLICATION = "atbalss_web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "atbalss_web.pages.environment",
            "autoescape": True,
            "auto_reload": DEBUG,
        },
    }
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CSRF_FAILURE_VIEW = "atbalss_web.accounts.views.stale"
LOGIN_URL = "/login/"
LOGIN_REDIRECT_URL = "/"

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False  # texts come from our own catalogues, in the language of the person
LANGUAGE_CODE = "lv"

STATIC_URL = "/static/"
STATICFILES_DIRS = [HERE / "static"]
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
SECURE_SSL_REDIRECT = SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"links": {"()": "atbalss_web.security.WithoutLinks"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["links"]}
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
