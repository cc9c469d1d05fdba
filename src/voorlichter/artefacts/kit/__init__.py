"""The voorlichtingspakket: print, slides, contact cards and texts of one organisation, from its profile and the kit's texts."""
