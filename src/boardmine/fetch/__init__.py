"""Gets committee papers from the sites on which councils publish them (ModernGov).

In the order of the work:

- `order`: what is to be fetched; `carry_out` does it, meeting by meeting
- `addresses`, `network`, `manners`, `client`: one site, asked politely and within bounds
- `service`, `pages`: what the web service and the web pages say; `register` asks the first, and else the others
- `links`, `items`: what a link leads to; what was minuted under each item
- `due`: what need not be asked for; `download`: a file, whole or not at all
- `markings`, `first_pages`: whether a file says that it is not for everybody
- `keeping`, `shelf`, `names`, `minutes`: where files stand, with their sidecars
- `manifest`: what is held; `places`: where it stands
"""
