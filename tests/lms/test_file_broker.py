"""The broker on files: a message appears whole, is taken once, and one that cannot be read stops nobody."""

import threading
from queue import Empty

import pytest
from kombu import Connection

PAYLOAD = {"body": "e30=", "headers": {}, "properties": {"delivery_tag": "1"}}


@pytest.fixture
def folders(tmp_path):
    """The broker's three folders, empty."""
    for name in ("messages", "control", "processed"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.fixture
def open_channel(folders):
    """Open one more channel on the same folders, as another worker would."""
    options = {
        "data_folder_in": str(folders / "messages"),
        "data_folder_out": str(folders / "messages"),
        "control_folder": str(folders / "control"),
        "processed_folder": str(folders / "processed"),
    }
    connections = []

    def channel():
        connection = Connection("filesystem://", transport="lms.file_broker:Transport", transport_options=options)
        connections.append(connection)
        return connection.channel()

    yield channel
    for connection in connections:
        connection.release()


def files(folder) -> list[str]:
    """The names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


def numbered(number: int) -> dict:
    """A message that can be told from others."""
    return {**PAYLOAD, "properties": {"delivery_tag": str(number)}}


def test_messages_come_in_the_order_they_were_put_and_leave_no_file(open_channel, folders):
    channel = open_channel()
    for number in range(3):
        channel._put("celery", numbered(number))
    assert [channel._get("celery")["properties"]["delivery_tag"] for _ in range(3)] == ["0", "1", "2"]
    with pytest.raises(Empty):
        channel._get("celery")
    assert (files(folders / "messages"), files(folders / "processed")) == ([], [])


@pytest.mark.parametrize("content", ["", '{"body": "e30=", "hea', "\x00\x00"])
def test_a_message_that_cannot_be_read_is_put_aside_and_the_next_one_comes(open_channel, folders, content):
    name = "00000000000000000001_broken.celery.msg"
    (folders / "messages" / name).write_text(content)
    channel = open_channel()
    channel._put("celery", PAYLOAD)
    assert channel._get("celery") == PAYLOAD
    assert files(folders / "processed") == [f"{name}.unreadable"]


def test_a_message_that_is_still_being_written_is_not_seen(open_channel, folders):
    (folders / "messages" / ".00000000000000000001_draft.celery.msg").write_text('{"bo')
    channel = open_channel()
    with pytest.raises(Empty):
        channel._get("celery")
    assert files(folders / "messages") == [".00000000000000000001_draft.celery.msg"]


def test_a_message_of_another_queue_stays(open_channel, folders):
    channel = open_channel()
    channel._put("reports", PAYLOAD)
    with pytest.raises(Empty):
        channel._get("celery")
    assert channel._get("reports") == PAYLOAD


def test_two_workers_take_each_message_once(open_channel):
    publisher = open_channel()
    for number in range(200):
        publisher._put("celery", numbered(number))
    taken: list[list[str]] = [[], []]
    start = threading.Barrier(2)

    def work(mine: list[str], channel) -> None:
        start.wait()
        while True:
            try:
                mine.append(channel._get("celery")["properties"]["delivery_tag"])
            except Empty:
                return

    workers = [threading.Thread(target=work, args=(mine, open_channel())) for mine in taken]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken[0] + taken[1], key=int) == [str(number) for number in range(200)]
    assert all(taken)
