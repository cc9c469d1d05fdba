"""How each kind of value in a profile is read: what is meant for certain is accepted, or shown as the line to write."""
