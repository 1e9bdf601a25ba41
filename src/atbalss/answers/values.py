"""The values of rules, which live in `study`: named here for those who read answers."""

from atbalss.study.values import NAN, Value, compare, compute, to_number, to_text, to_truth

__all__ = ["NAN", "Value", "compare", "compute", "to_number", "to_text", "to_truth"]
