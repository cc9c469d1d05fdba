"""How a server shows a site: one model, from which every kind of server is told the same."""
