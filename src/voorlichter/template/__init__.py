"""Stage 1: from pages, quizzes, data and theme to a finished website with slots. Knows no organisation."""
