"""What is stored about consultations and about what their papers refer to."""

from consultations.models.accounts import User
from consultations.models.attachment import Attachment
from consultations.models.comment import Comment
from consultations.models.consultation import (
    Annex,
    Consultation,
    ConsultationDepartment,
    ConsultationRelation,
    DataItem,
    Section,
    SectionProvision,
)
from consultations.models.departments import Department, DepartmentName, DepartmentSuccession, Official, Post
from consultations.models.desk import Mail, Visit
from consultations.models.law import (
    AssessmentThreshold,
    ContractRider,
    DeliberationPoint,
    LegalInstrument,
    Provision,
    ReviewViewpoint,
)
from consultations.models.municipality import Municipality, NumberSeries
from consultations.models.report import Report, ReportAnnex, ReportDepartment
from consultations.models.revision import Draft, Presence, Revision

__all__ = [
    "Annex",
    "AssessmentThreshold",
    "Attachment",
    "Comment",
    "Consultation",
    "ConsultationDepartment",
    "ConsultationRelation",
    "ContractRider",
    "DataItem",
    "DeliberationPoint",
    "Department",
    "DepartmentName",
    "DepartmentSuccession",
    "Draft",
    "LegalInstrument",
    "Mail",
    "Municipality",
    "NumberSeries",
    "Official",
    "Post",
    "Presence",
    "Provision",
    "Report",
    "ReportAnnex",
    "ReportDepartment",
    "ReviewViewpoint",
    "Revision",
    "Section",
    "SectionProvision",
    "User",
    "Visit",
]
