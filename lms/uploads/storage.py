"""Where private files lie: on a disk, under no address."""

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files that only a view that checks each request may hand out."""

    def url(self, name: str | None) -> str:
        raise NotImplementedError("A private file has no address: link to the view that serves it.")
