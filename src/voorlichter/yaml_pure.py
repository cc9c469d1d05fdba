"""YAML read without the library of C, as in a browser: PyYAML's own reader, brought to what the library does where it differs.

Within brackets the library takes a question mark as part of a text, and a text ends there at a colon only before a space; a
tab may stand within a text. What is wrong it says in other words, and by those it is explained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.scanner import ScannerError

_ENDS = "\0 \t\r\n\x85\u2028\u2029"
_BREAKS = "\r\n\x85\u2028\u2029"
_CODE = re.compile(r'"|\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)', re.S)
_TOLD = (
    (r"expected <block end>, but found .*", "did not find expected key"),
    (r"expected ('.' or '.'), but got .*", r"did not find expected \1"),
    (r"expected the node content, but found .*", "did not find expected node content"),
    (r"found character .* that cannot start any token", "found character that cannot start any token"),
    (
        r"expected alphabetic or numeric character, but found .*",
        "did not find expected alphabetic or numeric character",
    ),
    (r"sequence entries are not allowed here", "block sequence entries are not allowed in this context"),
    (r"mapping (keys|values) are not allowed here", r"mapping \1 are not allowed in this context"),
    (r"expected '<document start>', but found .*", "did not find expected <document start>"),
    (r"expected (a comment or a line break|chomping or indentation).*", "did not find expected comment or line break"),
    (r"found unexpected document separator", "found unexpected document indicator"),
    (r"expected (URI|' '), but found .*", "did not find expected whitespace or line break"),
    (r"special characters are not allowed", "control characters are not allowed"),
    (r"expected escape sequence of \d+ hexa.*", "did not find expected hexdecimal number"),
    (r"found unknown escape character.*", "found unknown escape character"),
    (r"found undefined tag handle .*", "found undefined tag handle"),
    (r"expected indentation indicator in the range 1-9, but found 0", "found an indentation indicator equal to 0"),
)
"""What is wrong as PyYAML says it, and as the library does."""


def parse_pure(text: str) -> Iterator[Any]:
    """The events of a document, as `yaml.parse` gives them with `yaml.CLoader`."""
    try:
        for event in yaml.parse(text, Loader=_PureLoader):
            if isinstance(event, yaml.ScalarEvent):
                event.style = event.style or ""
            yield event
    except yaml.MarkedYAMLError as caught:
        error: Any = caught
        said = str(error.problem)
        for pure, library in _TOLD:
            if re.fullmatch(pure, said):
                said = re.sub(pure, library, said)
        if error.context == "while scanning a directive" and said.startswith("did not find expected alpha"):
            first = error.problem_mark.column == error.context_mark.column + 1
            said = "could not find expected directive name" if first else "found unexpected non-alphabetical character"
        if error.context == "while parsing a block collection" and said == "did not find expected key":
            said = "did not find expected '-' indicator"
        if said == "found unknown escape character":
            error.problem_mark.column -= 1  # told at the stroke before it
        error.problem = said
        if error.context and error.context_mark is None:
            error.context_mark = error.problem_mark
        raise


class _PureLoader(yaml.Loader):
    def parse_flow_mapping_value(self) -> Any:
        """A value that lacks, lacks where the next thing stands."""
        if self.check_token(yaml.ValueToken):
            self.get_token()
            if not self.check_token(yaml.FlowEntryToken, yaml.FlowMappingEndToken):
                self.states.append(self.parse_flow_mapping_key)
                return self.parse_flow_node()
        self.state = self.parse_flow_mapping_key
        return self.process_empty_scalar(self.peek_token().start_mark)

    def fetch_stream_end(self) -> None:
        """What lacks, lacks on the line behind the last."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        super().fetch_stream_end()

    def scan_to_next_token(self) -> None:
        """A tab is a space where no key can begin."""
        if self.index == 0 and self.peek() == "\ufeff":
            self.forward()
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _BREAKS:
                    self.forward()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_flow_scalar(self, style: str) -> yaml.ScalarToken:
        """A code that belongs to no character is wrong: half of a pair, or one beyond the last."""
        for found in _CODE.finditer(self.buffer, self.pointer + 1) if style == '"' else ():
            if found[0] == '"':
                break
            digits = found[1] or found[2] or "0"
            if 0xD800 <= int(digits, 16) <= 0xDFFF or int(digits, 16) > 0x10FFFF:
                start = self.get_mark()
                self.forward(found.end() - len(digits) - self.pointer)
                said = "found invalid Unicode character escape code"
                raise ScannerError("while parsing a quoted scalar", start, said, self.get_mark())
        token: yaml.ScalarToken = super().scan_flow_scalar(style)
        return token

    def scan_plain(self) -> yaml.ScalarToken:
        chunks: list[str] = []
        spaces: list[str] = []
        start = end = self.get_mark()
        indent = self.indent + 1
        while self.peek() != "#":
            length = 0
            while not self._ends_at(length, start):
                length += 1
            if length == 0:
                break
            self.allow_simple_key = False
            chunks += [*spaces, self.prefix(length)]
            self.forward(length)
            end = self.get_mark()
            spaces = self.scan_plain_spaces(indent, start)
            if not spaces or (not self.flow_level and self.column < indent):
                break
        return yaml.ScalarToken("".join(chunks), True, start, end)

    def _ends_at(self, length: int, start: yaml.Mark) -> bool:
        sign: str = self.peek(length)
        if sign in _ENDS:
            return True
        next_: str = self.peek(length + 1)
        if sign == ":" and self.flow_level and next_ in ",?[]{}":
            self.forward(length)
            raise ScannerError("while scanning a plain scalar", start, "found unexpected ':'", self.get_mark())
        return (sign == ":" and next_ in _ENDS) or (self.flow_level > 0 and sign in ",[]{}")

    def scan_plain_spaces(self, indent: int, start: yaml.Mark) -> list[str]:
        """A tab among spaces, and breaks of lines after them."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        spaces = self.prefix(length)
        self.forward(length)
        if self.peek() not in _BREAKS:
            return [spaces] if spaces else []
        first, breaks = self.scan_line_break(), []
        self.allow_simple_key = True
        if self._at_separator():
            return []
        while self.peek() in " \t" + _BREAKS:
            if self.peek() in _BREAKS:
                breaks.append(self.scan_line_break())
                if self._at_separator():
                    return []
            elif self.peek() == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            else:
                self.forward()
        if first != "\n":
            return [first, *breaks]
        return breaks or [" "]

    def _at_separator(self) -> bool:
        return self.prefix(3) in ("---", "...") and self.peek(3) in _ENDS
