"""A question of every kind that a bank knows: with and without a picture, feedback and a reason why."""

from __future__ import annotations

from fractions import Fraction

from voorlichter.quiz.bank import Answer, BankChoice, BankPicture, Link, Matching, Reading, Statement

ASKED = (
    BankChoice(
        "ring",
        (
            "Do you ring when in doubt?",
            BankPicture("ring.png", "A telephone", b"picture"),
            ("It rings once.", "It rings twice."),
        ),
        True,
        (Answer("Yes", Fraction(1), "Exactly."), Answer("No", Fraction(0), "")),
        ("Doubt is enough.", Link("Read more", "https://www.zeester.example/vp/talk.html#contact")),
    ),
    BankChoice(
        "true-of",
        ("What is true of an advisor?",),
        False,
        (
            Answer("Listens", Fraction(1, 3), ""),
            Answer("Helps to choose", Fraction(2, 3), "Yes."),
            Answer("Decides", Fraction(-1, 3), "You decide."),
        ),
        (),
    ),
    Statement("free", ("Ringing costs money.",), False, "It is free.", "", ("It is free.",)),
    Reading("think", ("What would help you?",)),
    Statement("secret", ("A talk stays between the two of you.",), True, "", "It does.", ()),
    Matching(
        "who",
        ("Who helps with what?",),
        (("Illness", "The company doctor"), ("Pay", "HR"), ("Leave", "HR")),
        ("Nobody",),
        ("To each their trade.",),
    ),
    Matching("first", ("What comes first?",), (("You ring", "1"), ("You tell", "2")), (), ()),
)
