"""A stranger's client: what docs/protocol.md says, tried against a real larderd by a program that shares nothing with it.

Only Python's standard library; the CBOR and the WebSocket below are as much of RFC 8949 and RFC 6455 as that page asks
for. When this file and larderd disagree, the page decides which of them is wrong.

    python3 stranger_test.py /path/to/larderd
"""
import base64
import hashlib
import http.client
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

LIST, ITEM, MEMBER = 1, 2, 3
DELETED, NAME, QUANTITY, UNIT, NOTE, CHECKED, BARCODE = 0, 1, 2, 3, 5, 8, 13
VIEWER, EDITOR, OWNER = 1, 2, 3
REVOKED, GONE, UNKNOWN = 1, 2, 3
PATIENCE = 20


# ---- CBOR, deterministic

def encode(value):
    def head(major, number):
        for size, extra, form in ((1 << 8, 24, ">B"), (1 << 16, 25, ">H"), (1 << 32, 26, ">I"), (1 << 64, 27, ">Q")):
            if number < 24:
                return bytes([major << 5 | number])
            if number < size:
                return bytes([major << 5 | extra]) + struct.pack(form, number)
        raise ValueError(number)

    if value is False or value is True or value is None:
        return {False: b"\xf4", True: b"\xf5", None: b"\xf6"}[value]
    if isinstance(value, int):
        return head(0, value) if value >= 0 else head(1, -1 - value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, (list, tuple)):
        return head(4, len(value)) + b"".join(map(encode, value))
    return head(5, len(value)) + b"".join(encode(key) + encode(content) for key, content in value.items())


def decode(data):
    value, end = decode_at(data, 0)
    if end != len(data):
        raise ValueError("more than one value")
    return value


def decode_at(data, at):
    """The value that begins there, and where it ends."""
    major, number = data[at] >> 5, data[at] & 31
    at += 1
    if major == 7:
        return {20: False, 21: True, 22: None}[number], at
    if number >= 24:
        size = {24: 1, 25: 2, 26: 4, 27: 8}[number]
        number, at = int.from_bytes(data[at:at + size], "big"), at + size
    if major < 2:
        return (number if major == 0 else -1 - number), at
    if major < 4:
        content = data[at:at + number]
        return content.decode() if major == 3 else content, at + number
    items = []
    for _ in range(number * (major - 3)):
        item, at = decode_at(data, at)
        items.append(item)
    return items if major == 4 else dict(zip(items[::2], items[1::2])), at


# ---- WebSocket

class Closed(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class WebSocket:
    CONTINUATION, TEXT, BINARY, CLOSE = 0, 1, 2, 8

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self.unread = b""
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        answer = self.take_until(b"\r\n\r\n")
        accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
        assert answer.startswith(b"HTTP/1.1 101") and accept in answer, answer

    def more(self):
        data = self.socket.recv(1 << 16)
        if not data:
            raise Closed(None)
        self.unread += data

    def take_until(self, end):
        while end not in self.unread:
            self.more()
        taken, self.unread = self.unread.split(end, 1)
        return taken

    def take(self, size):
        while len(self.unread) < size:
            self.more()
        taken, self.unread = self.unread[:size], self.unread[size:]
        return taken

    def frame(self, opcode, payload, final=True):
        mask = os.urandom(4)
        size = len(payload)
        head = bytes([final << 7 | opcode])
        if size < 126:
            head += bytes([0x80 | size])
        elif size < 1 << 16:
            head += bytes([0x80 | 126]) + struct.pack(">H", size)
        else:
            head += bytes([0x80 | 127]) + struct.pack(">Q", size)
        pad = (mask * (size // 4 + 1))[:size]
        masked = (int.from_bytes(payload, "big") ^ int.from_bytes(pad, "big")).to_bytes(size, "big")
        self.socket.sendall(head + mask + masked)

    def receive(self):
        while True:
            first, second = self.take(2)
            size = second & 127
            if size >= 126:
                size = int.from_bytes(self.take(2 if size == 126 else 8), "big")
            payload = self.take(size)
            if first & 15 == self.CLOSE:
                raise Closed(int.from_bytes(payload[:2], "big"))
            if first & 15 == self.BINARY:
                return payload


# ---- the client

def uuid7():
    raw = bytearray(int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10))
    raw[6] = raw[6] & 0x0F | 0x70
    raw[8] = raw[8] & 0x3F | 0x80
    return bytes(raw)


def dashed(raw):
    text = raw.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


class Replica:
    """Sections 4 and 9: what a client keeps of one space."""

    def __init__(self, cursor=0, records=None):
        self.cursor = cursor
        self.expected = None
        self.records = dict(records or {})

    def place(self, rows):
        """Whether they are "old", a "gap" or what comes "next"."""
        if rows["to"] <= self.cursor:
            return "old"
        if rows["from"] > self.cursor:
            return "gap"
        part = rows.get("part", 0)
        if part == 0:
            return "next"
        if self.expected is None or self.expected[:2] != (rows["from"], rows["to"]) or part > self.expected[2]:
            return "gap"
        return "next" if part == self.expected[2] else "old"

    def take(self, rows):
        """False when there is a gap."""
        place = self.place(rows)
        if place != "next":
            return place == "old"
        for kind, record, _version, _author, registers in rows["rows"]:
            held = self.records.setdefault((kind, record), {})
            for field, (stamp, value) in registers.items():
                if field not in held or (stamp, encode(value)) > (held[field][0], encode(held[field][1])):
                    held[field] = [stamp, value]
        if rows.get("last", True):
            self.cursor, self.expected = rows["to"], None
        else:
            self.expected = (rows["from"], rows["to"], rows.get("part", 0) + 1)
        return True

    def digest(self):
        sha = hashlib.sha256()
        for (kind, record), registers in sorted(self.records.items()):
            sha.update(encode([kind, record, dict(sorted(registers.items()))]))
        return sha.hexdigest()

    def value(self, kind, record, field):
        return self.records[(kind, record)][field][1]


class Client:
    """Sections 6 to 9: one device."""

    def __init__(self, token, held=None, epoch=""):
        self.socket = WebSocket(LARDERD.sync_port)
        self.token = token
        self.spaces = {space: Replica(old.cursor, old.records) for space, old in (held or {}).items()}
        self.epoch = epoch
        self.roles = {}
        self.drops = {}
        self.denied = []
        self.answers = {}
        self.pongs = set()
        self.seq = 0
        self.welcome = None

    def enter(self, **changed):
        cursors = [[space, replica.cursor] for space, replica in self.spaces.items()]
        self.say({"t": "hello", "v": 1, "token": self.token, "device": uuid7(), "epoch": self.epoch, "cursors": cursors,
                  "of a later version": [1, {"x": None}], **changed})
        while self.welcome is None:
            self.hear()
        return self

    def say(self, message):
        self.socket.frame(WebSocket.BINARY, encode(message))

    def hear(self):
        data = self.socket.receive()
        message = decode(data)
        assert encode(message) == data, "not deterministic: " + data.hex()
        take = getattr(self, "take_" + message["t"], None)
        if take:
            take(message)

    def take_welcome(self, message):
        self.welcome = message
        self.epoch = message["epoch"]
        for space, _kind, role, version in message["spaces"]:
            self.roles[space] = role
            if space in self.spaces and version < self.spaces[space].cursor:
                self.spaces[space].cursor = 0

    def take_grant(self, message):
        space, _kind, role, _version = message["space"]
        self.roles[space] = role

    def take_rows(self, message):
        assert message["space"] in self.roles, "rows of a space that was not granted"
        replica = self.spaces.setdefault(message["space"], Replica())
        assert replica.take(message), "a gap without any reason"

    def take_reset(self, message):
        self.spaces[message["space"]] = Replica()

    def take_drop(self, message):
        self.drops[message["space"]] = message["reason"]
        self.roles.pop(message["space"], None)

    def take_pushed(self, message):
        self.answers[message["seq"]] = message

    def take_denied(self, message):
        self.denied.append(message)

    def take_pong(self, message):
        self.pongs.add(message["id"])

    def until(self, condition):
        while not condition():
            self.hear()

    def now(self):
        return self.welcome["now"]

    def push(self, *writes):
        self.seq += 1
        self.say({"t": "push", "seq": self.seq, "writes": list(writes)})
        self.until(lambda: self.seq in self.answers)
        return self.answers[self.seq]

    def barrier(self):
        """What this client said before is taken: messages are taken in order. What others did may still come."""
        self.seq += 1
        number = self.seq
        self.say({"t": "ping", "id": number})
        self.until(lambda: number in self.pongs)

    def end(self):
        """How the server closes: the last denied, and the code."""
        try:
            while True:
                self.hear()
        except Closed as closed:
            return (self.denied[-1]["code"] if self.denied else None), closed.code
        except ConnectionError:
            return (self.denied[-1]["code"] if self.denied else None), None


class Larderd:
    def __init__(self, program):
        self.folder = tempfile.TemporaryDirectory()
        self.log = open(os.path.join(self.folder.name, "log"), "w+b")
        self.process = subprocess.Popen(
            [program, "--data-dir", self.folder.name, "--http-port", "0", "--sync-port", "0", "--auth-attempts-per-minute", "1000"],
            stdout=subprocess.PIPE, stderr=self.log)
        said = json.loads(self.process.stdout.readline())
        self.http_port, self.sync_port = said["httpPort"], said["syncPort"]

    def stop(self):
        self.process.terminate()
        code = self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.log.close()
        self.folder.cleanup()
        return code


def rest(method, path, body=None, token=None):
    connection = http.client.HTTPConnection("127.0.0.1", LARDERD.http_port, timeout=PATIENCE)
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = "Bearer " + token
    connection.request(method, path, None if body is None else json.dumps(body), headers)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, json.loads(content) if content else None


class Person:
    count = 0

    def __init__(self, name):
        Person.count += 1
        self.email = f"{name.lower()}{Person.count}@example.org"
        status, said = rest("POST", "/api/auth/register", {"email": self.email, "password": "correct horse", "name": name})
        assert status == 200, said
        self.token, self.refresh_token = said["accessToken"], said["refreshToken"]
        self.id = said["user"]["id"]

    def device(self, **known):
        return Client(self.token, **known).enter()


class ReplicaTest(unittest.TestCase):
    """The rules of section 9, one by one."""

    def part(self, since, to, part, last=False):
        return {"from": since, "to": to, "part": part, "last": last, "rows": []}

    def test_parts_are_taken_in_their_order(self):
        replica = Replica(7)
        for number in range(3):
            self.assertEqual(replica.place(self.part(7, 9, number)), "next")
            self.assertTrue(replica.take(self.part(7, 9, number, last=number == 2)))
        self.assertEqual((replica.cursor, replica.expected), (9, None))
        self.assertEqual(replica.place(self.part(7, 9, 2, last=True)), "old")

    def test_an_earlier_part_is_old_and_a_later_one_a_gap(self):
        replica = Replica(7)
        replica.take(self.part(7, 9, 0))
        replica.take(self.part(7, 9, 1))
        self.assertEqual(replica.place(self.part(7, 9, 1)), "old")
        self.assertEqual(replica.place(self.part(7, 9, 3)), "gap")
        self.assertEqual(replica.place(self.part(6, 9, 2)), "gap")
        self.assertEqual(replica.place(self.part(8, 9, 0)), "gap")

    def test_the_first_part_begins_anew(self):
        replica = Replica(7)
        replica.take(self.part(7, 9, 0))
        replica.take(self.part(7, 9, 1))
        self.assertTrue(replica.take(self.part(7, 9, 0)))
        self.assertEqual(replica.expected, (7, 9, 1))

    def test_whoever_has_some_of_the_versions_takes_the_rows_all_the_same(self):
        replica = Replica(8)
        self.assertTrue(replica.take(self.part(7, 9, 0, last=True)))
        self.assertEqual(replica.cursor, 9)


class StrangerTest(unittest.TestCase):
    def make_list(self, client, *items):
        """A list with items of those names; its id and theirs."""
        space, made = uuid7(), [uuid7() for _ in items]
        writes = [[space, ITEM, item, {NAME: [client.now(), name]}] for item, name in zip(made, items)]
        answer = client.push(*writes, [space, LIST, space, {NAME: [client.now(), "Weekly"]}])
        self.assertEqual(answer, {"t": "pushed", "seq": client.seq, "versions": [[space, 1]]})
        client.until(lambda: space in client.spaces and client.spaces[space].cursor == 1)
        return space, made

    def share(self, owner, space, person, role):
        status, said = rest("PUT", f"/api/lists/{dashed(space)}/members/{person.id}", {"role": role}, owner.token)
        self.assertEqual(status, 204, said)

    def test_the_addresses_are_found_by_http(self):
        status, info = rest("GET", "/api/info")
        self.assertEqual(status, 200)
        self.assertEqual(info["protocol"], {"oldest": 1, "newest": 3})
        self.assertEqual(info["sync"], f"ws://127.0.0.1:{LARDERD.sync_port}/")

    def test_a_list_and_every_change_reach_whoever_it_is_shared_with(self):
        ana, ben = Person("Ana"), Person("Ben")
        phone, laptop = ana.device(), ben.device()
        self.assertEqual(phone.welcome["spaces"], [])
        space, (milk, _eggs) = self.make_list(phone, "Milk", "Eggs")
        self.assertEqual(phone.roles[space], OWNER)
        self.share(ana, space, ben, "editor")
        laptop.until(lambda: space in laptop.spaces and laptop.spaces[space].cursor == 2)
        self.assertEqual(laptop.roles[space], EDITOR)
        self.assertEqual(laptop.spaces[space].value(ITEM, milk, NAME), "Milk")
        self.assertEqual(laptop.push([space, ITEM, milk, {CHECKED: [laptop.now(), True]}])["versions"], [[space, 3]])
        phone.until(lambda: phone.spaces[space].cursor == 3)
        self.assertIs(phone.spaces[space].value(ITEM, milk, CHECKED), True)
        laptop.until(lambda: laptop.spaces[space].cursor == 3)
        self.assertEqual(phone.spaces[space].digest(), laptop.spaces[space].digest())

    def test_who_comes_back_takes_what_it_missed(self):
        ana = Person("Ana")
        phone, laptop = ana.device(), ana.device()
        space, (milk,) = self.make_list(phone, "Milk")
        phone.socket.socket.close()
        laptop.until(lambda: space in laptop.roles)
        for count in range(1, 6):
            laptop.push([space, ITEM, milk, {QUANTITY: [laptop.now() + count, 1000 * count]}])
        back = ana.device(held=phone.spaces, epoch=phone.epoch)
        back.until(lambda: back.spaces[space].cursor == 6)
        self.assertEqual(back.spaces[space].value(ITEM, milk, QUANTITY), 5000)
        fresh = ana.device()
        fresh.until(lambda: space in fresh.spaces and fresh.spaces[space].cursor == 6)
        self.assertEqual(back.spaces[space].digest(), fresh.spaces[space].digest())

    def test_of_equal_stamps_the_larger_value_stays(self):
        client = Person("Ana").device()
        space, (milk,) = self.make_list(client, "Milk")
        stamp = client.now() + 1
        for unit in ("b", "aa", "ä"):
            client.push([space, ITEM, milk, {UNIT: [stamp, unit]}])
        client.until(lambda: client.spaces[space].cursor == 4)
        self.assertEqual(client.spaces[space].value(ITEM, milk, UNIT), "ä")
        self.assertFalse(client.push([space, ITEM, milk, {UNIT: [stamp, "b"]}]).get("versions"))

    def test_a_push_that_comes_twice_changes_nothing(self):
        client = Person("Ana").device()
        space, (milk,) = self.make_list(client, "Milk")
        write = [space, ITEM, milk, {QUANTITY: [client.now() + 1, 2000]}]
        self.assertEqual(client.push(write)["versions"], [[space, 2]])
        self.assertFalse(client.push(write).get("versions"))
        self.assertFalse(client.push(write).get("corrections"))

    def test_each_refused_write_says_why_and_the_others_are_kept(self):
        client = Person("Ana").device()
        space, (milk,) = self.make_list(client, "Milk")
        now = client.now()
        answer = client.push(
            [space, ITEM, milk, {CHECKED: [now + 3600 * 10**6, True]}],
            [uuid7(), ITEM, uuid7(), {NAME: [now, "x"]}],
            [space, ITEM, milk, {QUANTITY: [now, 0]}],
            [space, ITEM, uuid7(), {NOTE: [now, "without a name"]}],
            [space, MEMBER, uuid7(), {}],
            [space, 77, uuid7(), {}],
            [space, ITEM, milk, {60: [now, 1]}],
            [space, LIST, uuid7(), {NAME: [now, "a list has the id of its space"]}],
            [space, ITEM, bytes(16), {NAME: [now, "nobody"]}],
            [space, ITEM, milk, {UNIT: [now, "l"]}])
        self.assertEqual([(each["index"], each["code"]) for each in answer["corrections"]],
                         [(0, "stamp_clamped"), (1, "not_a_member"), (2, "invalid_value"), (3, "incomplete"),
                          (4, "server_authored"), (5, "unknown_kind"), (6, "unknown_field"), (7, "invalid_value"),
                          (8, "invalid_value")])
        clamped = answer["corrections"][0]["row"][4][CHECKED]
        self.assertTrue(clamped[1] is True and abs(clamped[0] - now) < 60 * 10**6, clamped)
        self.assertEqual(answer["corrections"][1]["row"][4], {})
        client.until(lambda: client.spaces[space].cursor == 2)
        self.assertEqual(client.spaces[space].value(ITEM, milk, UNIT), "l")
        self.assertNotIn(QUANTITY, client.spaces[space].records[(ITEM, milk)])

    def test_a_viewer_reads_and_a_removed_member_loses_the_list(self):
        ana, ben = Person("Ana"), Person("Ben")
        phone, laptop = ana.device(), ben.device()
        space, (milk,) = self.make_list(phone, "Milk")
        self.share(ana, space, ben, "viewer")
        laptop.until(lambda: space in laptop.spaces and laptop.spaces[space].cursor == 2)
        answer = laptop.push([space, ITEM, milk, {NAME: [laptop.now(), "Wine"]}])
        self.assertEqual([each["code"] for each in answer["corrections"]], ["read_only"])
        self.assertEqual(answer["corrections"][0]["row"][4][NAME][1], "Milk")
        self.assertEqual(rest("DELETE", f"/api/lists/{dashed(space)}/members/{ben.id}", None, ana.token)[0], 204)
        laptop.until(lambda: space in laptop.drops)
        self.assertEqual(laptop.drops[space], REVOKED)
        phone.push([space, ITEM, milk, {NAME: [phone.now() + 1, "Butter"]}])
        laptop.barrier()
        self.assertEqual(laptop.spaces[space].value(ITEM, milk, NAME), "Milk")

    def test_nobody_learns_of_a_list_that_is_not_theirs(self):
        phone, eve = Person("Ana").device(), Person("Eve")
        space, _ = self.make_list(phone, "Milk")
        nosy = eve.device(held={space: Replica()})
        nosy.until(lambda: space in nosy.drops)
        reason = nosy.drops.pop(space)
        nosy.say({"t": "pull", "space": space, "since": 0})
        nosy.until(lambda: space in nosy.drops)
        self.assertEqual(nosy.drops[space], reason)
        self.assertEqual(nosy.push([space, ITEM, uuid7(), {NAME: [nosy.now(), "x"]}])["corrections"][0]["row"][4], {})
        never = uuid7()
        nosy.say({"t": "pull", "space": never, "since": 0})
        nosy.until(lambda: never in nosy.drops)
        self.assertEqual(nosy.drops[never], UNKNOWN)

    def test_a_deleted_list_is_dropped(self):
        ana = Person("Ana")
        phone = ana.device()
        space, _ = self.make_list(phone, "Milk")
        self.assertEqual(rest("DELETE", "/api/lists/" + dashed(space), None, ana.token)[0], 204)
        phone.until(lambda: space in phone.drops)
        self.assertEqual(phone.drops[space], GONE)
        again = ana.device(held=phone.spaces, epoch=phone.epoch)
        again.until(lambda: space in again.drops)
        self.assertEqual(again.drops[space], GONE)

    def test_a_pull_is_answered_with_rows_from_there(self):
        client = Person("Ana").device()
        space, _ = self.make_list(client, "Milk")
        client.spaces[space] = Replica()
        client.say({"t": "pull", "space": space, "since": 0})
        client.until(lambda: client.spaces[space].cursor == 1)
        self.assertEqual(len(client.spaces[space].records), 3)  # the list, its maker, the milk

    def test_a_cursor_ahead_of_the_server_is_sent_everything(self):
        ana = Person("Ana")
        client = ana.device()
        space, _ = self.make_list(client, "Milk")
        ahead = ana.device(held={space: Replica(99)}, epoch=client.epoch)
        ahead.until(lambda: ahead.spaces[space].cursor == 1)
        self.assertEqual(ahead.spaces[space].digest(), client.spaces[space].digest())

    def test_messages_may_be_fragmented_and_unknown_ones_are_ignored(self):
        client = Person("Ana").device()
        client.say({"t": "of a later version", "x": [1, 2]})
        data = encode({"t": "ping", "id": 7})
        client.socket.frame(WebSocket.BINARY, data[:3], final=False)
        client.socket.frame(WebSocket.CONTINUATION, data[3:5], final=False)
        client.socket.frame(WebSocket.CONTINUATION, data[5:])
        client.until(lambda: 7 in client.pongs)

    def test_whoever_breaks_a_rule_is_told_which_and_may_come_back(self):
        ana = Person("Ana")
        space, _ = self.make_list(ana.device())

        def flood(client):
            for number in range(400):
                client.say({"t": "ping", "id": number})

        def writes(count):
            return {"t": "push", "seq": 1, "writes": [[space, ITEM, uuid7(), {}] for _ in range(count)]}

        rules = {
            "not CBOR": (lambda c: c.socket.frame(WebSocket.BINARY, b"\xbf\xff"), ("malformed", 4400)),
            "text": (lambda c: c.socket.frame(WebSocket.TEXT, b"{}"), ("malformed", 4400)),
            "a second hello": (lambda c: c.say({"t": "hello", "v": 1, "token": ana.token, "device": uuid7()}), ("malformed", 4400)),
            "a forged token": (lambda c: c.say({"t": "token", "token": "a.b.c"}), ("unauthenticated", 4401)),
            "501 writes": (lambda c: c.say(writes(501)), ("too_large", 4413)),
            "too large": (lambda c: c.say({"t": "x", "x": bytes(1 << 20)}), (None, 1009)),
            "a flood": (flood, ("rate_limited", 4429)),
        }
        for name, (break_it, expected) in rules.items():
            with self.subTest(name):
                client = ana.device()
                try:
                    break_it(client)
                except ConnectionError:
                    pass  # it may hang up before all is sent
                self.assertEqual(client.end(), expected)
        client = ana.device()
        self.assertEqual(len(client.push(*writes(500)["writes"])["corrections"]), 500)  # all of them incomplete

    def test_the_first_word_must_be_a_good_hello(self):
        ana = Person("Ana")
        hello = {"t": "hello", "v": 1, "token": ana.token, "device": uuid7()}
        firsts = {
            "an old version": ({**hello, "v": 0}, ("unsupported_version", 4426)),
            "a forged token": ({**hello, "token": "a.b.c"}, ("unauthenticated", 4401)),
            "no device": ({key: hello[key] for key in ("t", "v", "token")}, ("malformed", 4400)),
            "a push": ({"t": "push", "seq": 1, "writes": []}, ("malformed", 4400)),
            "a pull": ({"t": "pull", "space": uuid7(), "since": 0}, ("malformed", 4400)),
        }
        for name, (first, expected) in firsts.items():
            with self.subTest(name):
                client = Client(ana.token)
                client.say(first)
                self.assertEqual(client.end(), expected)

    def test_a_newer_client_is_answered_in_the_servers_version(self):
        self.assertEqual(Client(Person("Ana").token).enter(v=99).welcome["v"], 3)
        self.assertEqual(Client(Person("Ben").token).enter(v=1).welcome["v"], 1)

    def test_a_client_of_version_2_is_sent_a_barcode_to_carry(self):
        ana = Person("Ana")
        phone = ana.device()
        space, (milk,) = self.make_list(phone, "Milk")
        old = Client(ana.token).enter(v=2)
        phone.push([space, ITEM, milk, {BARCODE: [phone.now(), "4006381333931"]}])
        old.until(lambda: space in old.spaces and old.spaces[space].cursor == 2)
        self.assertEqual(old.spaces[space].value(ITEM, milk, BARCODE), "4006381333931")
        answer = phone.push([space, ITEM, milk, {BARCODE: [phone.now(), "4" * 65]}])
        self.assertEqual([each["code"] for each in answer["corrections"]], ["invalid_value"])

    def test_signing_out_closes_the_socket(self):
        ana = Person("Ana")
        client = ana.device()
        self.assertEqual(rest("POST", "/api/auth/logout", None, ana.token)[0], 204)
        self.assertEqual(client.end()[1], 4401)
        self.assertEqual(rest("POST", "/api/auth/refresh", {"refreshToken": ana.refresh_token})[0], 401)

    def test_a_refresh_token_is_good_once_but_for_a_lost_answer(self):
        ana = Person("Ana")
        renew = lambda token: rest("POST", "/api/auth/refresh", {"refreshToken": token})
        self.assertEqual(renew(ana.refresh_token)[0], 200)  # and its answer is lost
        status, said = renew(ana.refresh_token)
        self.assertEqual(status, 200)
        client = Client(said["accessToken"]).enter()
        self.assertEqual(renew(said["refreshToken"])[0], 200)
        status, problem = renew(ana.refresh_token)
        self.assertEqual((status, problem["code"]), (401, "unauthenticated"))
        self.assertEqual(client.end()[1], 4401)


if __name__ == "__main__":
    LARDERD = Larderd(sys.argv.pop(1))
    try:
        outcome = unittest.main(exit=False, verbosity=2, warnings="ignore").result
    finally:
        code = LARDERD.stop()
    sys.exit(0 if outcome.wasSuccessful() and code == 0 else 1)
