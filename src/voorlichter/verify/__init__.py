"""Does a site stand as it was made? LookOrder of a folder, a zip or an address, by whoever doubts it, and never by itself."""
