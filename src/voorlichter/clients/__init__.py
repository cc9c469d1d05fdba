"""All organisations of a workspace side by side: what is online, what comes, and what is done to one of them as a whole."""
