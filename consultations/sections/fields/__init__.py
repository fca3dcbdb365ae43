"""All field types: what a kind of section is written with."""

from consultations.sections.fields.assessment import AssessmentValue, assessment
from consultations.sections.fields.change_table import Changes, change_table
from consultations.sections.fields.data_items import Items, data_items, flow_items
from consultations.sections.fields.parties import Contractors, Departments, contractors, departments
from consultations.sections.fields.period import PeriodValue, period
from consultations.sections.fields.prose import Prose, heading, prose, purpose
from consultations.sections.fields.public_comment import PublicCommentValue, public_comment
from consultations.sections.fields.record_counts import Counts, record_counts
from consultations.sections.fields.security_meeting import SecurityMeetingValue, security_meeting
from consultations.sections.fields.yes_no import YesNo, yes_no

__all__ = [
    "AssessmentValue",
    "Changes",
    "Contractors",
    "Counts",
    "Departments",
    "Items",
    "PeriodValue",
    "Prose",
    "PublicCommentValue",
    "SecurityMeetingValue",
    "YesNo",
    "assessment",
    "change_table",
    "contractors",
    "data_items",
    "departments",
    "flow_items",
    "heading",
    "period",
    "prose",
    "public_comment",
    "purpose",
    "record_counts",
    "security_meeting",
    "yes_no",
]
