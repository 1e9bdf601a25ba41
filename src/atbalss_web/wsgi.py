"""The site as a WSGI application."""

import os
import threading
from importlib import import_module

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "atbalss_web.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018 - every room is imported now, not by the first visitor
# the libraries of tables too: beside, so that the first page of results does not wait for them
threading.Thread(target=import_module, args=("atbalss.tables.cells",), daemon=True).start()
