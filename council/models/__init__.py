"""What is stored about the council."""

from council.models.members import Council, Member, MemberTerm, Office, Subcommittee

__all__ = ["Council", "Member", "MemberTerm", "Office", "Subcommittee"]
