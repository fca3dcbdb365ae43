"""What is stored about consultations and about what their papers refer to."""

from consultations.models.accounts import User
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
from consultations.models.law import (
    AssessmentThreshold,
    ContractRider,
    DeliberationPoint,
    LegalInstrument,
    Provision,
    ReviewViewpoint,
)
from consultations.models.municipality import Municipality, NumberSeries
from consultations.models.report import Report, ReportDepartment

__all__ = [
    "Annex",
    "AssessmentThreshold",
    "Consultation",
    "ConsultationDepartment",
    "ConsultationRelation",
    "ContractRider",
    "DataItem",
    "DeliberationPoint",
    "Department",
    "DepartmentName",
    "DepartmentSuccession",
    "LegalInstrument",
    "Municipality",
    "NumberSeries",
    "Official",
    "Post",
    "Provision",
    "Report",
    "ReportDepartment",
    "ReviewViewpoint",
    "Section",
    "SectionProvision",
    "User",
]
