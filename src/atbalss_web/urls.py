"""Addresses of the site, room by room."""

from django.urls import path

from atbalss_web.runner import views as runner

urlpatterns = [
    path("i/<str:token>/", runner.respondent, name="respondent"),
]
