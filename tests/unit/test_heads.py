from __future__ import annotations

from unruffled.publishing.heads import styles_first

OURS = '<link rel="stylesheet" href="../assets/unruffled/{}.css">'
PAGE = """<head><link rel="stylesheet" href="a.css"></head><body>{}<p>one</p>
{}
<p>two</p>{}</body>"""


def test_the_styles_of_blocks_are_there_before_anything_is_drawn() -> None:
    quiz, card = OURS.format("quiz"), OURS.format("card")
    html = styles_first(PAGE.format(quiz, card, quiz))
    head, _, body = html.partition("</head>")
    assert head == f'<head><link rel="stylesheet" href="a.css">{quiz}\n{card}\n'
    assert "stylesheet" not in body
    assert styles_first(html) == html


def test_what_others_put_into_the_text_stays_where_it_is() -> None:
    theirs = '<link rel="stylesheet" href="https://a.example/b.css">'
    page = PAGE.format(theirs, "&lt;link rel=&quot;stylesheet&quot;&gt;", "")
    assert styles_first(page) == page
