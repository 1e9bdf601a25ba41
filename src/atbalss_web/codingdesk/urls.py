"""Addresses of the coder's pages."""

from django.urls import path

from atbalss_web.codingdesk import (
    arrange_views,
    frame_views,
    quality_views,
    quote_views,
    sheet_views,
    views,
)

urlpatterns = [
    path("coding/", views.studies, name="codingdesk"),
    path("coding/begin/", views.begin, name="coding-begin"),
    path("coding/<int:pk>/", views.task, name="coding-task"),
    path("coding/<int:pk>/next/", views.next_answer, name="coding-next"),
    path("coding/<int:pk>/undo/", views.undo, name="coding-undo"),
    path("coding/<int:pk>/leave/", views.leave, name="coding-leave"),
    path("coding/<int:pk>/sheet/", sheet_views.sheet, name="coding-sheet"),
    path("coding/<int:pk>/sheet/file/", sheet_views.download, name="coding-sheet-file"),
    path("coding/<int:pk>/frame/", frame_views.frame, name="coding-frame"),
    path("coding/<int:pk>/frame/start/", frame_views.start, name="coding-start"),
    path("coding/<int:pk>/frame/arrange/", arrange_views.arrange, name="coding-arrange"),
    path("coding/<int:pk>/frame/code/<str:name>/", frame_views.code, name="coding-code"),
    path("coding/<int:pk>/quality/", quality_views.quality, name="coding-quality"),
    path("coding/<int:pk>/quality/set/", quality_views.set_up, name="coding-set-up"),
    path("coding/<int:pk>/quality/machine/", quality_views.by_machine, name="coding-machine"),
    path("coding/<int:pk>/quality/hand/", quality_views.hand_over, name="coding-hand-over"),
    path("coding/<int:pk>/remark/", quality_views.reply, name="coding-reply"),
    path("coding/<int:pk>/differences/", quality_views.differences, name="coding-differences"),
    path(
        "coding/<int:pk>/differences/<slug:key>/",
        quality_views.difference,
        name="coding-difference",
    ),
    path("coding/<int:pk>/quotes/", quote_views.quotes, name="coding-quotes"),
    path("coding/<int:pk>/quotes/choose/", quote_views.choose, name="coding-choose"),
    path("coding/<int:pk>/quotes/<slug:key>/", quote_views.quote, name="coding-quote"),
    path("coding/<int:pk>/at/<slug:key>/", views.at, name="coding-at"),
]
