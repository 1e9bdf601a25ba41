"""Addresses of the site, room by room."""

from django.urls import include, path

from atbalss_web.accounts import openid_views as openid
from atbalss_web.accounts import own_views as own
from atbalss_web.accounts import people_views as people
from atbalss_web.accounts import views as accounts
from atbalss_web.callroom import views as callroom
from atbalss_web.desk import register
from atbalss_web.desk import views as desk
from atbalss_web.lists import views as lists
from atbalss_web.press import published
from atbalss_web.press import views as press
from atbalss_web.runner import trials
from atbalss_web.runner import views as runner

handler400 = "atbalss_web.accounts.views.refused"
handler404 = "atbalss_web.accounts.views.missing"
handler500 = "atbalss_web.accounts.views.failed"

urlpatterns = [
    path("", accounts.home, name="home"),
    path("login/", accounts.log_in, name="login"),
    path("login/oidc/", openid.leave, name="oidc"),
    path("login/oidc/back/", openid.back, name="oidc-back"),
    path("logout/", accounts.log_out, name="logout"),
    path("account/", own.own, name="own"),
    path("account/password/", own.password, name="own-password"),
    path("account/second/", own.second, name="own-second"),
    path("administration/", people.administration, name="administration"),
    path("administration/<slug:slug>/add/", people.add, name="person-add"),
    path("administration/<slug:slug>/people/<int:pk>/", people.someone, name="person"),
    path("administration/<slug:slug>/centres/", people.centres, name="centres"),
    path("lists/", lists.studies, name="lists"),
    path("lists/<int:study>/", lists.study, name="lists-study"),
    path("lists/upload/<int:upload>/", lists.upload, name="lists-upload"),
    path("lists/upload/<int:upload>/refused.csv", lists.refused, name="lists-refused"),
    path("calls/", callroom.first, name="callroom"),
    path("calls/next/", callroom.hand_out, name="call-next"),
    path("calls/why/", callroom.why, name="call-why"),
    path("calls/<str:lease>/", callroom.call, name="call"),
    path("calls/<str:lease>/end/", callroom.end, name="call-end"),
    path("calls/<str:lease>/appointment/", callroom.appointment, name="call-appointment"),
    path("calls/<str:lease>/note/", callroom.note, name="call-note"),
    path("calls/<str:lease>/back/", callroom.back, name="call-back"),
    path("calls/<str:lease>/begin/", callroom.begin, name="call-begin"),
    path("calls/<str:lease>/interview/", callroom.interview, name="call-interview"),
    path("", include("atbalss_web.board.urls")),
    path("trials/", trials.trials, name="trials"),
    path("published/", published.listed, name="published"),
    path("published/<slug:name>/", published.served, name="published-site"),
    path("published/<slug:name>/<path:path>", published.served, name="published-file"),
    path("results/", press.studies, name="results"),
    path("results/<int:pk>/", press.results, name="results-study"),
    path("", include("atbalss_web.codingdesk.urls")),
    path("i/<str:token>/", runner.respondent, name="respondent"),
    path("p/<str:token>/", desk.open_link, name="poster-link"),
    path("privacy/", register.registers, name="privacy"),
    path("privacy/<int:pk>/", register.register, name="privacy-study"),
    path("desk/", desk.places, name="desk"),
    path("desk/<int:pk>/", desk.desk, name="desk-place"),
    path("desk/<int:pk>/poster/", desk.poster, name="desk-poster"),
    path("desk/visit/<int:pk>/", desk.visit, name="desk-visit"),
    path("desk/visit/<int:pk>/agree/", desk.agree, name="desk-agree"),
    path("desk/visit/<int:pk>/link/", desk.give_link, name="desk-self"),
    path("desk/visit/<int:pk>/no/", desk.say_no, name="desk-no"),
    path("desk/visit/<int:pk>/undo/", desk.undo, name="desk-undo"),
]
