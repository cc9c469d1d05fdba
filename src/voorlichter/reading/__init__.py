"""What a site says of its own organisation: the sentences that hold its values or depend on them, each with its keys."""
