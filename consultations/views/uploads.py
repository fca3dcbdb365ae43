"""Uploads are bounded: what is too large is read away and not stored, so that the answer still arrives."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict

_AT_ONCE = 64 * 1024
_PATIENCE = 1024**3  # bytes that are read for nothing; whoever sends more finds the connection closed


def is_too_large(request: HttpRequest) -> bool:
    """Whether the body is larger than any upload can be, so that none of it was kept."""
    return int(request.META.get("CONTENT_LENGTH") or 0) > _most()


def _most() -> int:
    return int(settings.ATTACHMENT_MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


class BoundedUpload(FileUploadHandler):
    """The first of FILE_UPLOAD_HANDLERS. A server hands over no more bytes than Content-Length says, and none without
    it, so to look at that number is to count.

    Files of people who are not signed in are read away too: the forms that they may send have none.
    """

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803  # Django's name for it
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> tuple[QueryDict, MultiValueDict[str, Any]] | None:
        if content_length <= _most():
            return None
        left = _PATIENCE
        while left > 0 and (read := len(input_data.read(_AT_ONCE))):
            left -= read
        return QueryDict(encoding=encoding), MultiValueDict()

    def new_file(self, *args: Any, **sent: Any) -> None:
        super().new_file(*args, **sent)
        if self.request is None or not self.request.user.is_authenticated:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers behind this one make the file."""
