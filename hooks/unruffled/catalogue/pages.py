"""Pages, fences, links and the structure of the site."""

from __future__ import annotations

from .entry import Entry

PAGES: dict[str, Entry] = {
    "MD101": Entry(
        "A heading that every module has is missing.",
        "Add the heading; every module page has the same ones, so that readers learn the shape.",
    ),
    "MD102": Entry(
        "A heading stands out of order, or twice.", "Move or merge the part under the heading."
    ),
    "MD103": Entry(
        "A heading is none of those that every module has.",
        "Use a level-3 heading (###) inside one of the known parts.",
    ),
    "MD104": Entry(
        "The page does not begin with exactly one title.",
        "Begin the page with one line `# Title` and use ## below it.",
    ),
    "MD105": Entry(
        "No question tests an objective.",
        "Add a question with this objective to the module's quiz, or remove the objective.",
    ),
    "MD106": Entry(
        "Two objectives of one module share an id.", "Give each objective an id of its own."
    ),
    "MD107": Entry(
        "The evidence in the front matter and the citations on the page differ.",
        "List in `evidence` what the page cites as `([R17](#r17))`, and nothing else.",
    ),
    "MD108": Entry(
        "The front matter is not closed.",
        "Put a line `---` after the last key of the front matter.",
    ),
    "MD109": Entry(
        "A module page lacks a fence, or has it under another heading.",
        "Put `overview` below the title, `phrases` under What to say, `quiz` under Check yourself "
        "and, with evidence, `sources` under Sources.",
    ),
    "MD110": Entry(
        "Nothing stands below a heading of a module page.",
        "Write the part; if there is nothing to say, say that.",
    ),
    "MD111": Entry(
        "The lines around a conversation are not as they should be.",
        'Begin it with `<div class="conversation" markdown>` and end it with `</div>`.',
    ),
    "MD112": Entry(
        "Blank lines stand above the front matter.",
        "Remove the lines above the first `---`: the page begins with it.",
    ),
    "MD140": Entry(
        "A comment in HTML is not closed.",
        "Write `-->` where the comment ends, and before the next one begins.",
    ),
    "MD141": Entry(
        "The line that begins or ends the front matter is not three hyphens.",
        "Write three hyphens, and nothing before them: `---`.",
    ),
    "MD142": Entry(
        "What belongs to an item of a list is not indented by four spaces.",
        "Indent it by four spaces for each item that it stands in.",
    ),
    "MD143": Entry(
        "A table has no blank line above or below it.", "Put a blank line between text and table."
    ),
    "MD144": Entry(
        "A list is not written as this site reads it.",
        "Put a blank line above it; begin each item with `- ` or `1. ` and its words.",
    ),
    "MD145": Entry(
        "A page has a footnote; there are none on this site.",
        "Put the note in round brackets, or cite a source: `([R17](#r17))`.",
    ),
    "MD146": Entry(
        "A coloured box is written as only code hosts read it.",
        "Write `!!! note`, and below it the text, indented by four spaces.",
    ),
    "MD147": Entry(
        "A line begins with # and is, or is not, a heading.",
        "For a heading, write a space behind the # and none before; for a text, write `\\#`.",
    ),
    "MD148": Entry(
        "Markdown in HTML is not read, or an HTML element is not closed.",
        "Add the word `markdown` to the tag: `<div markdown>`; close it with `</div>`.",
    ),
    "MD149": Entry(
        "Words in braces stand where they are taken for attributes, and not shown.",
        "Write a backslash before the first brace: `\\{name}`.",
    ),
    "MD150": Entry(
        "A conversation has no names with their lines.",
        "Write the name on a line, and below it `:   ` with what is said.",
    ),
    "MD151": Entry(
        "A backslash is shown to readers.",
        "Remove it; to end a line within a paragraph, write two spaces or `<br>`.",
    ),
    "MD152": Entry(
        "Something is drawn by code hosts, and not by this site.",
        "Write the sign itself, or put a picture under docs/assets/images/.",
    ),
    "MD153": Entry(
        "Two blocks have no blank line between them, and are shown as one.",
        "Put a blank line between the two.",
    ),
    "MD113": Entry(
        "A paragraph is too long.",
        "Divide it by blank lines: a reader needs them, and so does the program.",
    ),
    "FN101": Entry("A fence names something that does not exist.", "Correct the name."),
    "FN102": Entry(
        "A fence does not stand at the margin.",
        "Take away what stands before the three backticks.",
    ),
    "FN103": Entry("A fence is never closed.", "Add a line of three backticks below it."),
    "FN104": Entry(
        "The same fence stands twice on a page.", "Keep one; addresses on a page must be unique."
    ),
    "FN105": Entry(
        "A fence needs something that the page's front matter does not give.",
        "Add it to the front matter, or remove the fence.",
    ),
    "FN106": Entry(
        "A fence has a word that is very like one of ours.",
        "Correct the word after the backticks, or the page shows the fence as code.",
    ),
    "LK101": Entry("A link leads to a file that does not exist.", "Correct the link's path."),
    "LK102": Entry(
        "A link leads to a heading or place that the page does not have.",
        "Correct the part after #, or give the heading that id.",
    ),
    "LK103": Entry(
        "A link into the site is not written as a path to a Markdown file.",
        "Link to the .md file, relative to this page: the site may live under any address.",
    ),
    "LK104": Entry(
        "A link uses a scheme that is not allowed.", "Use https:, http:, mailto:, tel: or a path."
    ),
    "LK105": Entry(
        "A picture, or something else that a page loads, lies on another host.",
        "Put the file under docs/assets/: no page asks another host for anything.",
    ),
    "LK106": Entry(
        "A link is not written as Markdown reads it, or has no path.",
        "Write `[the words](the/path.md)`: no space between, and the path in round brackets.",
    ),
    "LK107": Entry(
        "A link leads to the writer's own computer.",
        "Link to the .md file, relative to this page: the preview's address is yours alone.",
    ),
    "LK108": Entry(
        "A picture has no alternative text.",
        'Write what it shows: `![what it shows](path)`; or `![](path){ alt="" }` for decoration.',
    ),
    "LK140": Entry(
        "A link or picture in HTML leads to an address that the site does not have.",
        "Write it as a Markdown link or picture: only those are turned into addresses.",
    ),
    "ST101": Entry(
        "No page links to this page, and the navigation does not list it.",
        "Add it to `nav` in mkdocs.yml, or link to it from a page.",
    ),
    "ST102": Entry(
        "The navigation names a page that does not exist.",
        "Correct the path in mkdocs.yml, or write the page.",
    ),
    "ST103": Entry("No page shows this quiz.", "Put a quiz fence with its id on its module page."),
    "ST104": Entry(
        "No page shows this phrase table.", "Put a phrases fence with its id on its module page."
    ),
    "ST105": Entry(
        "Two files of one folder have the same name.",
        "Rename one of them: the name without .yml is the address.",
    ),
    "ST106": Entry(
        "A file is not read, because its name has the wrong ending.",
        "Rename it: YAML files end in .yml, pages in .md.",
    ),
    "ST107": Entry("The navigation lists a page twice.", "Remove one of the two lines."),
    "ST140": Entry(
        "Two sources have one address, so that one of them would not be published.",
        "Rename one of the two.",
    ),
    "ST141": Entry(
        "A page takes the place of one that is made by itself.",
        "If that is meant, nothing is to be done; else rename the page.",
        "note",
    ),
    "ST142": Entry(
        "Two names differ in capital letters only.",
        "Rename one of the two: Windows and macOS take them for the same.",
    ),
    "ST143": Entry(
        "Windows cannot hold a file of this name.",
        "Rename it: nobody with Windows could copy the project.",
    ),
    "ST108": Entry(
        "mkdocs.yml has a setting that does not exist.",
        "Correct its name, or remove it: a strict build stops at it.",
    ),
    "ST109": Entry(
        "An entry of the navigation is no page.",
        "Write `- path.md`, `- Title: path.md`, or a title with entries indented below it.",
    ),
    "ST110": Entry(
        "A folder is not read, because its name is written in another way.",
        "Rename the folder.",
    ),
    "ST111": Entry(
        "A file lies in a folder where it does not belong.", "Move it to where it belongs."
    ),
}
