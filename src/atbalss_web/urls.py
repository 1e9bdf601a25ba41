"""Addresses of the site, room by room."""

from django.urls import path

from atbalss_web.accounts import views as accounts
from atbalss_web.desk import views as desk
from atbalss_web.runner import views as runner

handler404 = "atbalss_web.accounts.views.missing"
handler500 = "atbalss_web.accounts.views.failed"

urlpatterns = [
    path("", accounts.home, name="home"),
    path("login/", accounts.log_in, name="login"),
    path("logout/", accounts.log_out, name="logout"),
    path("i/<str:token>/", runner.respondent, name="respondent"),
    path("p/<str:token>/", desk.open_link, name="poster-link"),
    path("desk/", desk.places, name="desk"),
    path("desk/<int:pk>/", desk.desk, name="desk-place"),
    path("desk/<int:pk>/poster/", desk.poster, name="desk-poster"),
    path("desk/visit/<int:pk>/", desk.visit, name="desk-visit"),
    path("desk/visit/<int:pk>/agree/", desk.agree, name="desk-agree"),
    path("desk/visit/<int:pk>/link/", desk.give_link, name="desk-self"),
    path("desk/visit/<int:pk>/no/", desk.say_no, name="desk-no"),
    path("desk/visit/<int:pk>/undo/", desk.undo, name="desk-undo"),
]
