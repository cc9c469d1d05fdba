"""Training modules: quizzes/<id>.yml, all languages inside, to HTML that works without JavaScript."""

from voorlichter.quiz.model import Module
from voorlichter.quiz.read import check_module, read_module
from voorlichter.quiz.render import render_module

__all__ = ["Module", "check_module", "read_module", "render_module"]
