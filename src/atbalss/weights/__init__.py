"""How the sample was drawn, and weights that bring it to known margins."""
