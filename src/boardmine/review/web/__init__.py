"""The pages: thin functions from a request to plain functions of `review`, and from what these give to HTML.

site      what all pages share
guard     who may ask what: hosts, origins, passwords, policies
forms     what is posted, and who posts it
render    templates
queue, number, browse, findings, files    the pages
app       the routes
"""
