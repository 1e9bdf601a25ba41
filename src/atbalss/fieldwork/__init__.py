"""Reaching people: outcomes, cases, calls, quotas, rates, invitations. Rules only, no clock."""
