"""Reading what anybody wrote: lines, blocks, claims, evidence, rules, findings; one file a rule.

docs/audit-design.md tells the way of a report through these modules, and what a new rule needs.
"""
