"""Questions that somebody has already: a spreadsheet, GIFT or XML from Moodle, QTI, H5P, Markdown with check boxes. What cannot be understood is told with its place."""

from voorlichter.quiz.importing.read import import_file, import_questions
from voorlichter.quiz.importing.result import Imported

__all__ = ["Imported", "import_file", "import_questions"]
