"""From frames to numbers: cube, measures, comparisons."""
