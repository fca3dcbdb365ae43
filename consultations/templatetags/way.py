"""The way of a paper, what may be done with it next, and who speaks about it."""

from django import template

from consultations import rights, verbs
from consultations.queries import comments, participants, way

register = template.Library()
register.filter("state_word", way.state_word)
register.filter("moment", way.moment)
register.filter("whence", comments.whence)
register.filter("takes_part", participants.takes_part)
register.filter("may_edit", lambda user, paper: rights.Act.EDIT in rights.acts(user, paper))
register.simple_tag(way.way_of, name="way_of")
register.simple_tag(verbs.buttons, name="buttons")
