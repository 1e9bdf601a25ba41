"""Who works here: organisations, centres, people, and the roles they hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac


class Organisation(models.Model):
    """An institute, a ministry or a municipality: studies belong to it."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(unique=True)

    def __str__(self) -> str:
        return self.name


class Centre(models.Model):
    """A place where people are served and invited."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="centres")
    code = models.SlugField()
    name = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "code"], name="one_centre"),)

    def __str__(self) -> str:
        return self.name


class User(AbstractUser):
    """A person who logs in. `langs` are those he can interview in, `skills` what else he can do."""

    lang = models.CharField(max_length=2, default="lv")
    langs = models.JSONField(default=list, blank=True)
    skills = models.JSONField(default=list, blank=True)
    totp_key = models.BinaryField(null=True, blank=True)  # sealed; None: no second factor
    totp_last = models.BigIntegerField(default=0)  # the step of the last code: none works twice
    recovery = models.JSONField(default=list, blank=True)  # keyed hashes of codes not yet used
    nonce = models.CharField(max_length=16, blank=True)  # changed to end every session
    must_change = models.BooleanField(default=False)  # the password was given by somebody else
    oidc = models.CharField(max_length=64, null=True, unique=True)  # hash of issuer and subject

    def get_session_auth_hash(self) -> str:
        """What a session must carry: it changes with the password and with `nonce`."""
        return salted_hmac("session", f"{self.password}|{self.nonce}").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Sessions under an older secret key are not carried over."""
        return iter(())


class Role(models.TextChoices):
    """What somebody may do in an organisation."""

    CLERK = "clerk"
    INTERVIEWER = "interviewer"
    SUPERVISOR = "supervisor"
    CODER = "coder"
    ANALYST = "analyst"
    CLIENT = "client"  # reads results only
    MANAGER = "manager"  # of a centre: its own results beside the network's
    ADMINISTRATOR = "administrator"


class Membership(models.Model):
    """A role held in an organisation, or (clerk, manager) in one centre of it."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    centre = models.ForeignKey(Centre, models.CASCADE, null=True, blank=True)
    role = models.CharField(max_length=16, choices=Role.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "organisation", "role"],
                condition=models.Q(centre=None),
                name="one_membership",
            ),
            models.UniqueConstraint(
                fields=["user", "centre", "role"],
                condition=models.Q(centre__isnull=False),
                name="one_membership_in_centre",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user} {self.role}"


class LoginFailure(models.Model):
    """A login that failed: what throttling counts. `who` and `source` are keyed hashes."""

    at = models.DateTimeField()
    who = models.CharField(max_length=64, db_index=True)
    source = models.CharField(max_length=64, db_index=True)
