"""Questions that somebody has already: GIFT, as Moodle writes it, or rows of a table. What cannot be understood is told with its line."""

from voorlichter.quiz.importing.read import decode_questions, import_questions
from voorlichter.quiz.importing.result import Imported

__all__ = ["Imported", "decode_questions", "import_questions"]
