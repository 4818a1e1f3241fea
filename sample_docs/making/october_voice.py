"""October 2023, an item with numbers in it that are none of the catalogue's: what children said and did."""

from __future__ import annotations

from making.blocks import Block, Details, Heading, items, para

VOICE: tuple[Block, ...] = (
    Details(
        (
            ("Report to:", "Corporate Parenting Panel"),
            ("Date:", "10 October 2023"),
            ("Subject:", "What Children and Young People Have Told Us"),
            ("Report of:", "Sunniva Cole, Participation Officer, 01632 960171"),
        )
    ),
    Heading("Introduction", 2, "1"),
    para(
        "The Wexcombe Wayfinders are the council of children in care. They meet on the first Thursday of the month at "
        "the Old Mill, and a younger group for those aged 8 to 11 meets in the school holidays. Both are open to any "
        "child in the Council’s care.",
        number="1.1",
    ),
    Heading("What the Wayfinders have been doing", 2, "2"),
    para("Since the last meeting of the Panel they have:", number="2.1"),
    items(
        "rewritten the welcome pack that is given to a child on the day of coming into care, so that it answers the "
        "questions they themselves had asked: who has a key, can I bring the dog, when will I see my brother;",
        "sat on the interview panel for 3 posts, and in each case chosen the same person as the adults did;",
        "held a summer picnic in Abbey Park, to which 37 young people and 24 foster carers came; and",
        "made a short film about changing school, which has been shown to Year 6 teachers.",
    ),
    Heading("The questionnaire", 2, "3"),
    para(
        "A questionnaire went out in June to everyone aged 10 and over. Of the 58 who sent it back, 47 knew the name "
        "of their reviewing officer and 51 felt safe where they were living. Fewer of them, 29, thought that they had "
        "been told enough about their own history.",
        "This will not surprise Members, who heard the same in the spring from those who had already left care.",
        number="3.1",
    ),
    para(
        "In their own words, what they want is to be asked before a decision is made and not after it. One boy of 14 "
        "wrote that he had been moved with two hours’ notice and with his things in a bin bag. The service has bought "
        "200 holdalls and no child is to be moved without one.",
        number="3.2",
    ),
    Heading("What the Panel is asked to do", 2, "4"),
    para(
        "To note the report, to see the film (it lasts 6 minutes) and to let the Participation Officer know by 31 "
        "October 2023 which Members would like to join a Wayfinders’ meeting before Christmas.",
        number="4.1",
    ),
)
