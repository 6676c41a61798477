"""Small widgets and helpers that several windows share."""
