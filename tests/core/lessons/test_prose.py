"""Prose: links, what has no place in it, and stars that will be seen."""

import pytest

from core.lessons import prose


def test_links_are_found_with_their_lines():
    text = "[a](#tiles) and [b\nc](#mark:pi)\n[d](http://x) [e] (f) [{k}](#tile:3)"
    assert list(prose.links(text)) == [
        (0, "a", "#tiles"),
        (0, "b\nc", "#mark:pi"),
        (2, "d", "http://x"),
        (2, "{k}", "#tile:3"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain < and > π", []),
        ("{n < 3 if k > 1 else 4}", []),
        ("a\n<b>c</b>", [(1, "<b>"), (1, "</b>")]),
        ("<!-- x", [(0, "<!--")]),
        ("a &nbsp; b &#160;", [(0, "&nbsp;"), (0, "&#")]),
        ("| a | b |", [(0, "| a | b |")]),
        ("![x](#tiles)", [(0, "![")]),
        ("KL(π̂ | π)", []),
    ],
)
def test_html_tables_and_pictures_have_no_place(text, found):
    assert [(line, what) for line, what, _why in prose.misplaced(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "**점수 함수**라고 합니다",
        "a *b* c **d e** f",
        "**a\nb** c",
        "- one **a**\n- *two*",
        "* one **a**\n* two **b**",
        "**a** and (**b**), **c**.",
        "**{n}**은",
        "**a *b* c**",
        "(**π**)",
        "a **(π)** b",
        "(**(π)** b)",
    ],
)
def test_stars_that_work_are_left_alone(text):
    assert list(prose.open_emphasis(text)) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("**(π)**은", [0, 0]),
        ("**끝.**다음", [0, 0]),
        ("가**(π)** 나", [0, 0]),
        ("가 **π **나", [0, 0]),
        ("one\n\n**a", [2]),
        ("a\n\nb\n\n2 * 3", [4]),
        ("**a\n\nb**", [0, 2]),
        ("**a*", [0, 0]),
    ],
)
def test_stars_that_will_be_seen_are_found(text, lines):
    assert sorted(line for line, _around in prose.open_emphasis(text)) == lines
