"""A Celery broker on plain files for the embedded default: kombu's filesystem transport made safe to share.

kombu's own transport creates a message under its final name and fills it afterwards, so a worker that reads in between
meets an empty file and stops. Here a message appears by rename, and a file that cannot be read is put aside.
A worker that is killed may lose what it holds in memory: only the sweeps in lms/settings/schedule.py guarantee that
work is done.
"""

import os
import uuid
from queue import Empty
from time import time_ns
from typing import Any

from kombu.transport import filesystem
from kombu.utils.encoding import bytes_to_str, str_to_bytes
from kombu.utils.json import dumps, loads


class Channel(filesystem.Channel):
    """Puts a message by rename and takes it by rename, so that exactly one worker wins it, whole."""

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:
        name = f"{time_ns():020d}_{uuid.uuid4()}.{queue}.msg"
        draft = os.path.join(self.data_folder_out, f".{name}")
        with open(draft, "wb") as file:
            file.write(str_to_bytes(dumps(payload)))
        os.rename(draft, os.path.join(self.data_folder_out, name))

    def _get(self, queue: str) -> Any:
        for name in sorted(os.listdir(self.data_folder_in)):
            if name.startswith(".") or name.partition(".")[2] != f"{queue}.msg":
                continue
            taken = os.path.join(self.processed_folder, name)
            try:
                os.rename(os.path.join(self.data_folder_in, name), taken)
            except FileNotFoundError:
                continue
            with open(taken, "rb") as file:
                body = file.read()
            try:
                message = loads(bytes_to_str(body))
            except ValueError:
                os.rename(taken, f"{taken}.unreadable")
                continue
            os.remove(taken)
            return message
        raise Empty()


class Transport(filesystem.Transport):
    """The transport named by CELERY_BROKER_TRANSPORT."""

    Channel = Channel
