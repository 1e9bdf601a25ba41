"""Addresses of the supervisor's pages."""

from django.urls import path

from atbalss_web.board import check_views, rule_views, version_views, views

urlpatterns = [
    path("board/", views.studies, name="board"),
    path("board/<int:pk>/", views.overview, name="board-study"),
    path("board/<int:pk>/cases/", views.cases, name="board-cases"),
    path("board/<int:pk>/cases/change/", views.change_cases, name="board-change"),
    path("board/<int:pk>/release/", views.release, name="board-release"),
    path("board/<int:pk>/checking/", check_views.checking, name="board-checking"),
    path("board/<int:pk>/recall/", check_views.recall, name="board-recall"),
    path("board/<int:pk>/interviews/<slug:key>/", check_views.interview, name="board-interview"),
    path("board/<int:pk>/paradata/<slug:what>.csv", check_views.paradata, name="board-paradata"),
    path("board/<int:pk>/rules/", rule_views.rules, name="board-rules"),
    path("board/<int:pk>/log/", views.log, name="board-log"),
    path("board/<int:pk>/versions/", version_views.versions, name="board-versions"),
    path("board/<int:pk>/versions/<int:number>/", version_views.version, name="board-version"),
    path(
        "board/<int:pk>/versions/<int:number>/live/", version_views.activate, name="board-activate"
    ),
]
