"""Where the sums of a cube are made."""
