"""Addresses of the site, room by room."""

from django.urls import path

from atbalss_web.accounts import views as accounts
from atbalss_web.runner import views as runner

handler404 = "atbalss_web.accounts.views.missing"
handler500 = "atbalss_web.accounts.views.failed"

urlpatterns = [
    path("", accounts.home, name="home"),
    path("login/", accounts.log_in, name="login"),
    path("logout/", accounts.log_out, name="logout"),
    path("i/<str:token>/", runner.respondent, name="respondent"),
]
