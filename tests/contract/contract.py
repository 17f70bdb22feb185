#!/usr/bin/env python3
"""Holds the reference tax side against docs/api/tax-side.yaml.

Walks a month through shebao-taxside (argv[1]) with its errors. Every request body it means well, every query parameter
and every answer is checked against the contract; answers may hold nothing the contract does not name. An operation that
the walk leaves out is a failure.
"""
import copy
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid
import warnings
from decimal import Decimal

import jsonschema
import yaml

warnings.filterwarnings("ignore", category=DeprecationWarning)  # RefResolver: Debian 12 has nothing newer

CONTRACT = pathlib.Path(__file__).resolve().parents[2] / "docs/api/tax-side.yaml"
UNIT = "10011401000000000001"
OFFICE = "10011401000000000002"
DELEGATED = "10012301000000000003"
PASSWORD = "chen-2026"
METHODS = ("get", "put", "post", "delete")

FORMATS = jsonschema.FormatChecker(formats=())
FORMATS.checks("date")(lambda v: not isinstance(v, str) or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}", v)))
FORMATS.checks("date-time")(
    lambda v: not isinstance(v, str) or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z", v)))


def strict(node):
    """Closes every object schema, so that a field nobody agreed on is found."""
    if isinstance(node, dict):
        if "properties" in node and "additionalProperties" not in node:
            node["additionalProperties"] = False
        for value in node.values():
            strict(value)
    elif isinstance(node, list):
        for value in node:
            strict(value)


class Contract:
    def __init__(self):
        self.text = yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))
        self.closed = copy.deepcopy(self.text)
        strict(self.closed["components"]["schemas"])
        strict(self.closed["components"]["responses"])
        strict(self.closed["paths"])
        self.operations = []
        for path, item in self.closed["paths"].items():
            for method in METHODS:
                if method in item:
                    shared = item.get("parameters", [])
                    self.operations.append((method, path, item[method], shared + item[method].get("parameters", [])))

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.closed
            for part in node["$ref"][2:].split("/"):
                target = target[part]
            node = target
        return node

    def flaw(self, value, schema):
        resolver = jsonschema.RefResolver.from_schema(self.closed)
        validator = jsonschema.Draft202012Validator(schema, resolver=resolver, format_checker=FORMATS)
        error = next(iter(validator.iter_errors(value)), None)
        return None if error is None else "%s at %s" % (error.message[:200], "/".join(map(str, error.absolute_path)))

    def find(self, method, path):
        for known, pattern, operation, parameters in self.operations:
            form = re.sub(r"\{[^}]+\}", "[^/]+", pattern)
            if known == method.lower() and re.fullmatch(form, path):
                return pattern, operation, parameters
        return None


class Walk:
    def __init__(self, contract, url):
        self.contract, self.url, self.token = contract, url, None
        self.used, self.passed, self.failed = set(), 0, 0

    def check(self, good, what):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", what)

    def call(self, method, target, body=None, expect=None, meant=True, headers=None):
        """One exchange. `meant`: the request itself keeps to the contract."""
        raw = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + target, method=method, data=raw)
        request.add_header("X-Request-ID", "walk-%d" % (self.passed + self.failed))
        request.add_header("Accept-Encoding", "gzip")
        if raw is not None:
            request.add_header("Content-Type", "application/json")
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            answer = urllib.request.urlopen(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        content = answer.read()
        if answer.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        label = "%s %s -> %d" % (method, target, answer.status)
        self.check(answer.headers.get("X-Request-ID") == request.get_header("X-request-id"), label + ": X-Request-ID")
        if expect is not None:
            self.check(answer.status == expect, "%s, expected %d: %s" % (label, expect, content[:200].decode(errors="replace")))
        value = json.loads(content) if content and "json" in answer.headers.get("Content-Type", "") else None
        if not target.startswith("/admin"):
            self.hold(method, target, body, meant, answer, value, label)
        return value, answer

    def hold(self, method, target, body, meant, answer, value, label):
        path, _, query = target.partition("?")
        found = self.contract.find(method, path)
        if found is None:
            schema = {"$ref": "#/components/schemas/Problem"}
            self.check(answer.status == 404 and self.contract.flaw(value, schema) is None, label + ": unknown path")
            return
        _, operation, parameters = found
        self.used.add(operation["operationId"])
        if meant:
            self.hold_request(operation, parameters, query, body, label)
        response = operation["responses"].get(str(answer.status)) or operation["responses"].get("default")
        response = self.contract.resolve(response)
        kinds = response.get("content")
        if kinds is None:
            self.check(value is None, label + ": a body where none was agreed")
            return
        kind = answer.headers.get("Content-Type", "").split(";")[0]
        self.check(kind in kinds, "%s: content type %s" % (label, kind))
        if kind in kinds and "schema" in kinds[kind]:
            flaw = self.contract.flaw(value, kinds[kind]["schema"])
            self.check(flaw is None, "%s: %s" % (label, flaw))
        if "problem" in kind:
            self.check(value["status"] == answer.status, label + ": status in the problem")

    def hold_request(self, operation, parameters, query, body, label):
        known = {p["name"]: p for p in map(self.contract.resolve, parameters) if p["in"] == "query"}
        for name, text in urllib.parse.parse_qsl(query):
            self.check(name in known, "%s: parameter %s" % (label, name))
            if name in known:
                schema = self.contract.resolve(known[name]["schema"])
                flaw = self.contract.flaw(int(text) if schema.get("type") == "integer" else text, known[name]["schema"])
                self.check(flaw is None, "%s: %s: %s" % (label, name, flaw))
        for name, parameter in known.items():
            self.check(not parameter.get("required") or name + "=" in query, "%s: without %s" % (label, name))
        if body is not None:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            flaw = self.contract.flaw(body, schema)
            self.check(flaw is None, "%s: request: %s" % (label, flaw))

    def refused(self, code, status, *args, **kwargs):
        value, _ = self.call(*args, expect=status, **kwargs)
        self.check(value and value.get("code") == code, "%s: expected %s, got %s" % (args[:2], code, value))

    def enter(self, registration):
        self.token = None
        first, _ = self.call("POST", "/v1/sessions", {"registrationId": registration, "password": registration[-6:]}, 201)
        self.token = first["token"]
        self.refused("password-must-change", 403, "GET", "/v1/unit")
        self.call("PUT", "/v1/password", {"oldPassword": registration[-6:], "newPassword": PASSWORD}, 204)

    def login(self, registration):
        self.token = None
        self.token = self.call("POST", "/v1/sessions", {"registrationId": registration, "password": PASSWORD}, 201)[0]["token"]

    def all(self, target, limit=1000):
        items, cursor = [], None
        while True:
            joint = "&" if "?" in target else "?"
            more = "" if cursor is None else "&cursor=" + urllib.parse.quote(cursor)
            page, _ = self.call("GET", "%s%slimit=%d%s" % (target, joint, limit, more), expect=200)
            items += page["items"]
            cursor = page["nextCursor"]
            if cursor is None:
                return items


def new_id():
    return str(uuid.uuid4())


def access(walk):
    walk.call("GET", "/v1/health", expect=200)
    walk.call("GET", "/v1/registrations?taxNumber=91140100MA0000015K", expect=200)
    walk.call("GET", "/v1/registrations?taxNumber=92140105MA0000023K", expect=200)
    walk.refused("unit-not-found", 404, "GET", "/v1/registrations?taxNumber=140100000000001")
    walk.refused("invalid-request", 422, "GET", "/v1/registrations?taxNumber=91140100MA0000015L")
    walk.refused("session-expired", 401, "GET", "/v1/unit")
    walk.refused("wrong-password", 401, "POST", "/v1/sessions", {"registrationId": UNIT, "password": "x"})
    walk.refused("unit-not-found", 404, "POST", "/v1/sessions", {"registrationId": "1", "password": "x"})
    for _ in range(4):
        walk.call("POST", "/v1/sessions", {"registrationId": DELEGATED, "password": "x"}, 401)
    walk.refused("password-locked", 423, "POST", "/v1/sessions", {"registrationId": DELEGATED, "password": "x"})
    walk.call("POST", "/admin/password", {"registrationId": DELEGATED}, 200)
    walk.enter(UNIT)
    walk.refused("weak-password", 422, "PUT", "/v1/password", {"oldPassword": PASSWORD, "newPassword": "12345678"})
    walk.refused("wrong-password", 401, "PUT", "/v1/password", {"oldPassword": "no", "newPassword": "chen-2027"})
    walk.call("GET", "/v1/unit", expect=200)
    pack, answer = walk.call("GET", "/v1/rule-pack", expect=200)
    walk.call("GET", "/v1/rule-pack", expect=304, headers={"If-None-Match": answer.headers["ETag"]})
    walk.check(pack["mode"] == "self", "the mode")
    walk.all("/v1/notices", 1)


def staff(walk):
    people = walk.all("/v1/staff", 25)
    walk.check(len(people) == 60, "sixty people")
    page, _ = walk.call("GET", "/v1/staff?since=0", expect=200)
    walk.call("POST", "/admin/staff", {"changes": 2, "leave": 1, "join": 1}, 200)
    more, _ = walk.call("GET", "/v1/staff?since=%d" % page["sequence"], expect=200)
    walk.check(sorted(each["deleted"] for each in more["items"]) == [False, False, False, True], "an increment")
    walk.refused("sync-restart", 410, "GET", "/v1/staff?since=99999999")
    walk.refused("invalid-request", 400, "GET", "/v1/staff?cursor=nonsense")
    return [each for each in walk.all("/v1/staff") if each["state"] == "normal" and each["wage"]]


def wages(walk, people, month):
    target = "/v1/wage-declarations/" + new_id()
    line = {"staffId": people[5]["id"], "wage": "6000.00", "effectiveMonth": month}
    body = {"kind": "daily", "commitmentAccepted": True, "lines": [line, dict(line, staffId="1")]}
    walk.call("PUT", target, body, 202)
    walk.call("PUT", target, body, 200)
    walk.refused("id-reused", 409, "PUT", target, {"kind": "daily", "commitmentAccepted": True, "lines": [line]})
    state, _ = walk.call("GET", target, expect=200)
    walk.check(state["status"] == "partial" and state["rejections"][0]["line"] == 1, "a verdict for each line")
    walk.refused("not-found", 404, "GET", "/v1/wage-declarations/" + new_id())
    walk.refused("commitment-required", 422, "PUT", "/v1/wage-declarations/" + new_id(), dict(body, commitmentAccepted=False))
    annual = {"kind": "annual", "lines": [{"staffId": people[6]["id"], "wage": "6000.00"}]}
    walk.refused("outside-window", 422, "PUT", "/v1/wage-declarations/" + new_id(), annual)
    walk.refused("invalid-request", 400, "PUT", "/v1/wage-declarations/" + new_id(), dict(body, note="x"), meant=False)
    walk.refused("invalid-request", 400, "PUT", "/v1/wage-declarations/" + new_id(), b"{", meant=False)


def declared(walk, kind):
    items = walk.all("/v1/fee-assessments?kind=" + kind)
    return {"kind": kind, "items": [{"assessmentId": each["id"], "payable": each["payable"]} for each in items]}


def fees(walk):
    for kind in ("daily", "special"):
        for each in walk.all("/v1/fee-assessments?kind=" + kind, 3):
            persons = walk.all("/v1/fee-assessments/%s/persons" % each["id"], 20)
            if each["hasPersons"]:
                total = sum(Decimal(person["payable"]) for person in persons)
                walk.check(total == Decimal(each["payable"]), "persons of %s" % each["item"]["category"]["name"])
    walk.refused("not-found", 404, "GET", "/v1/fee-assessments/%s/persons" % new_id())
    body = declared(walk, "daily")
    wrong = copy.deepcopy(body)
    wrong["items"][0]["payable"] = "0.01"
    walk.refused("totals-changed", 409, "PUT", "/v1/fee-declarations/" + new_id(), wrong)
    walk.call("POST", "/admin/faults", {"faults": ["reject=unit-state"]}, 200)
    rejected = "/v1/fee-declarations/" + new_id()
    walk.call("PUT", rejected, body, 202)
    walk.check(walk.call("GET", rejected, expect=200)[0]["status"] == "rejected", "a rejection")
    first = new_id()
    walk.call("PUT", "/v1/fee-declarations/" + first, body, 202)
    walk.call("PUT", "/v1/fee-declarations/" + first, body, 200)
    walk.refused("already-declared", 409, "PUT", "/v1/fee-declarations/" + new_id(), body)
    walk.refused("not-found", 404, "GET", "/v1/fee-declarations/" + new_id())
    voiding = "/v1/fee-voidings/" + new_id()
    walk.call("PUT", voiding, {"declarationId": first, "reason": "申报有误"}, 202)
    walk.check(walk.call("GET", voiding, expect=200)[0]["status"] == "accepted", "voided")
    walk.call("PUT", voiding, {"declarationId": first, "reason": "申报有误"}, 200)
    walk.refused("not-voidable", 409, "PUT", "/v1/fee-voidings/" + new_id(), {"declarationId": first})
    walk.refused("not-found", 404, "PUT", "/v1/fee-voidings/" + new_id(), {"declarationId": new_id()})
    walk.refused("not-found", 404, "GET", "/v1/fee-voidings/" + new_id())
    late = new_id()
    walk.call("PUT", "/v1/withdrawals/" + late, {"list": "fee-declarations"}, 200)
    walk.call("PUT", "/v1/withdrawals/" + late, {"list": "fee-declarations"}, 200)
    walk.refused("withdrawn", 409, "PUT", "/v1/fee-declarations/" + late, body)
    walk.refused("not-found", 404, "GET", "/v1/fee-declarations/" + late)
    walk.refused("already-received", 409, "PUT", "/v1/withdrawals/" + first, {"list": "fee-declarations"})
    walk.refused("invalid-request", 400, "PUT", "/v1/withdrawals/" + late, {"list": "notices"}, meant=False)
    second = new_id()
    walk.call("PUT", "/v1/fee-declarations/" + second, body, 202)
    walk.call("PUT", "/v1/fee-declarations/" + new_id(), declared(walk, "special"), 202)
    walk.check(len(walk.all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31", 2)) >= 6, "declarations of all channels")
    return second


def declared_persons(walk):
    """Down to the person, what was declared and stands: joined by the notice number, the same amounts."""
    owed = {}
    for each in walk.all("/v1/fee-declarations?from=2020-01-01&to=2099-12-31"):
        for item in each["items"] if each["status"] == "accepted" else []:
            owed[item["item"]["noticeNumber"]] = Decimal(item["payable"])
    rows = walk.all("/v1/declared-persons?from=2020-01&to=2099-12", 70)
    sums = {}
    for each in rows:
        notice = each["item"]["noticeNumber"]
        sums[notice] = sums.get(notice, 0) + Decimal(each["payable"])
    walk.check(len(sums) >= 20, "declared persons of three months")
    for notice, total in sums.items():
        walk.check(owed.get(notice) == total, "declared persons of %s" % notice)
    walk.check(any(each["received"] for each in rows) and not all(each["received"] for each in rows), "received and not")
    walk.refused("invalid-request", 400, "GET", "/v1/declared-persons?from=2026-10&to=2026-09")
    walk.refused("invalid-request", 400, "GET", "/v1/declared-persons?from=2026-10", meant=False)
    walk.refused("module-off", 403, "GET", "/v1/annuity-notices?from=2026-01&to=2026-12")


def money(walk, declaration):
    arrears = walk.all("/v1/arrears", 4)
    agreements = walk.call("GET", "/v1/agreements", expect=200)[0]["items"]

    def payment(items, number=agreements[0]["number"]):
        return {"agreementNumber": number, "items": [{"arrearId": each["id"], "amount": each["total"]} for each in items],
                "total": str(sum(Decimal(each["total"]) for each in items))}

    def voucher(items):
        return {"items": [each["id"] for each in items], "total": str(sum(Decimal(each["total"]) for each in items))}

    walk.refused("agreement-invalid", 422, "PUT", "/v1/payments/" + new_id(), payment(arrears, agreements[1]["number"]))
    walk.refused("totals-changed", 409, "PUT", "/v1/payments/" + new_id(), dict(payment(arrears), total="0.01"))
    first = new_id()
    walk.call("PUT", "/v1/vouchers/" + first, voucher(arrears[:2]), 201)
    walk.call("PUT", "/v1/vouchers/" + first, voucher(arrears[:2]), 200)
    walk.call("GET", "/v1/vouchers/" + first, expect=200)
    walk.refused("not-found", 404, "GET", "/v1/vouchers/" + new_id())
    walk.refused("in-voucher", 409, "PUT", "/v1/payments/" + new_id(), payment(arrears))
    walk.refused("not-voidable", 409, "PUT", "/v1/fee-voidings/" + new_id(), {"declarationId": declaration})
    walk.check(not walk.all("/v1/arrears")[0]["open"], "a voucher holds")
    voiding = "/v1/voucher-voidings/" + new_id()
    walk.call("PUT", voiding, {"voucherId": first}, 200)
    walk.call("GET", voiding, expect=200)
    walk.refused("not-found", 404, "GET", "/v1/voucher-voidings/" + new_id())
    walk.refused("not-voidable", 409, "PUT", "/v1/voucher-voidings/" + new_id(), {"voucherId": first})
    walk.call("POST", "/admin/faults", {"faults": ["partial=balance-insufficient,account-name-mismatch"]}, 200)
    paid = "/v1/payments/" + new_id()
    walk.call("PUT", paid, payment(arrears), 202)
    walk.call("PUT", paid, payment(arrears), 200)
    state, _ = walk.call("GET", paid, expect=200)
    walk.check(state["status"] == "partial" and state["items"][1]["code"] == "account-name-mismatch", "a part is paid")
    walk.refused("not-found", 404, "GET", "/v1/payments/" + new_id())
    walk.refused("already-paid", 409, "PUT", "/v1/payments/" + new_id(), payment(arrears[2:]))
    left = walk.all("/v1/arrears")
    walk.check([each["id"] for each in left] == [each["id"] for each in arrears[:2]], "what failed is open again")
    walk.call("PUT", "/v1/payments/" + new_id(), payment(left), 202)
    walk.check(walk.all("/v1/arrears") == [], "nothing is owed")
    listed = walk.all("/v1/payments?from=2020-01-01&to=2099-12-31", 1)
    walk.check([each["status"] for each in listed] == ["partial", "accepted"] and listed[0] == state, "payments by day")
    walk.check(walk.all("/v1/payments?from=2019-01-01&to=2019-12-31") == [], "no such days")
    ledger, _ = walk.call("GET", "/admin/ledger", expect=200)
    books = ledger["registrations"][UNIT]
    walk.check(all(times == 1 for times in books["paidTimes"].values()), "paid once")
    walk.check(all(times == 1 for times in books["declaredTimes"].values()), "declared once")
    total = sum(Decimal(each["total"]) for each in arrears)
    walk.check(Decimal(books["amountPaid"]) == total, "paid in full")


def queries(walk):
    """What was declared is payable, what was paid is received: joined by the notice number."""
    months = "from=2020-01&to=2099-12"
    payables = walk.all("/v1/payables?" + months, 5)
    receipts = walk.all("/v1/receipts?" + months, 5)
    walk.check(len(payables) > 20 and all(each.get("closedReason") == "paid" for each in payables), "everything was paid")
    arrived = {each["item"]["noticeNumber"]: Decimal(each["amount"]) + Decimal(each["lateFee"]) for each in receipts}
    owed = {each["item"]["noticeNumber"]: Decimal(each["total"]) for each in payables}
    walk.check(arrived == owed and len(receipts) == len(payables), "received is what was owed")
    walk.check(walk.all("/v1/payables?from=2019-01&to=2019-12") == [], "no such months")
    walk.refused("invalid-request", 400, "GET", "/v1/receipts?from=2026&to=2026-12", meant=False)
    people = walk.all("/v1/staff")
    bases = walk.all("/v1/contribution-bases", 7)
    walk.check({each["staffId"] for each in bases} == {each["id"] for each in people if each["wage"]}, "whose bases")
    known = {(each["id"], part["insurance"]): part for each in people for part in each["insurances"]}
    walk.check(all(known[each["staffId"], each["insurance"]]["wage"] == each["wage"] for each in bases), "of which wages")
    sequence = walk.call("GET", "/v1/contribution-bases?limit=1", expect=200)[0]["sequence"]
    walk.call("POST", "/admin/staff", {"changes": 1, "leave": 1}, 200)
    more = walk.call("GET", "/v1/contribution-bases?since=%d" % sequence, expect=200)[0]["items"]
    walk.check([each["deleted"] for each in more].count(True) == 1 and len({each["staffId"] for each in more}) == 2, "an increment")


def others(walk, month):
    walk.enter(OFFICE)
    person = [each for each in walk.all("/v1/staff") if each["state"] == "normal" and each["wage"]][0]
    line = {"staffId": person["id"], "insurance": "310", "wage": "6543.21", "effectiveMonth": month}
    walk.call("PUT", "/v1/wage-declarations/" + new_id(), {"kind": "daily", "byInsurance": True, "commitmentAccepted": True, "lines": [line]}, 202)
    pack, _ = walk.call("GET", "/v1/rule-pack", expect=200)
    walk.check("annuity-notice" in pack["modules"], "an office has annuity notices")
    notices = walk.call("GET", "/v1/annuity-notices?from=2020-01&to=2099-12", expect=200)[0]["items"]
    walk.check(len(notices) == 2, "annuity notices of the two months that were declared")
    people = [each for each in walk.all("/v1/declared-persons?from=2020-01&to=2099-12", 100)
              if each["item"]["noticeNumber"] in notices[0]["noticeNumbers"]]
    walk.check(sum(Decimal(each["payable"]) for each in people)
               == Decimal(notices[0]["unitAmount"]) + Decimal(notices[0]["personAmount"]), "a notice is the sum of its people")
    walk.enter(DELEGATED)
    walk.call("GET", "/v1/rule-pack", expect=200)
    plain = {"staffId": "1", "wage": "1.00", "effectiveMonth": month}
    walk.refused("module-off", 403, "PUT", "/v1/wage-declarations/" + new_id(), {"kind": "daily", "commitmentAccepted": True, "lines": [plain]})
    walk.call("DELETE", "/v1/sessions/current", expect=204)
    walk.refused("session-expired", 401, "DELETE", "/v1/sessions/current")
    walk.token = None
    walk.refused("unknown-path", 404, "GET", "/v1/nothing")


def put_release(folder):
    """A release as a publisher lays it out; who signed it is the client's business."""
    manifest = {"version": "1.4.0", "minimumVersion": "1.0.0", "platform": "linux-x64", "package": "shebao-1.4.0.zip",
                "size": 3, "sha256": "0" * 64, "unpackedSize": 3, "filesSha256": "0" * 64, "notes": ["新增一项"],
                "publishedAt": "2026-01-01T00:00:00Z", "expiresAt": "2099-01-01T00:00:00Z"}
    offer = {"manifest": json.dumps(manifest), "signature": "A" * 86 + "==", "keyId": "test"}
    (folder / "latest-linux-x64.json").write_text(json.dumps(offer), encoding="utf-8")
    (folder / "shebao-1.4.0.zip").write_bytes(b"zip")


def releases(walk, contract):
    offer, _ = walk.call("GET", "/v1/releases/latest?platform=linux-x64", expect=200)
    manifest = json.loads(offer["manifest"])
    flaw = contract.flaw(manifest, {"$ref": "#/components/schemas/ReleaseManifest"})
    walk.check(flaw is None, "the manifest: %s" % flaw)
    walk.call("GET", "/v1/releases/latest?platform=windows-x64", expect=204)
    walk.refused("invalid-request", 400, "GET", "/v1/releases/latest?platform=amiga", meant=False)
    walk.refused("invalid-request", 400, "GET", "/v1/releases/latest", meant=False)
    _, answer = walk.call("GET", "/v1/releases/files/" + manifest["package"], expect=200)
    walk.check(answer.headers["Content-Type"] == "application/octet-stream", "a package is bytes")
    walk.refused("not-found", 404, "GET", "/v1/releases/files/other.zip")
    walk.refused("invalid-request", 400, "GET", "/v1/releases/files/..", meant=False)


def examples(walk, contract):
    for _, path, operation, _ in contract.operations:
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        bodies += [contract.resolve(each) for each in operation["responses"].values()]
        for body in bodies:
            for media in body.get("content", {}).values():
                if "example" in media:
                    flaw = contract.flaw(media["example"], media["schema"])
                    walk.check(flaw is None, "example of %s: %s" % (path, flaw))
                    if "manifest" in media["example"]:
                        flaw = contract.flaw(json.loads(media["example"]["manifest"]),
                                             {"$ref": "#/components/schemas/ReleaseManifest"})
                        walk.check(flaw is None, "the manifest in the example of %s: %s" % (path, flaw))


def main():
    contract = Contract()
    folder = tempfile.TemporaryDirectory()
    put_release(pathlib.Path(folder.name))
    server = subprocess.Popen([sys.argv[1], "--admin", "--feedback-ms", "0", "--releases", folder.name],
                              stdout=subprocess.PIPE)
    try:
        walk = Walk(contract, json.loads(server.stdout.readline())["url"])
        examples(walk, contract)
        walk.call("POST", "/admin/clock", {"now": "2026-12-10T06:00:00Z"}, 200)
        access(walk)
        people = staff(walk)
        wages(walk, people, "2026-12")
        declaration = fees(walk)
        declared_persons(walk)
        money(walk, declaration)
        queries(walk)
        others(walk, "2026-12")
        releases(walk, contract)
        for _, _, operation, _ in contract.operations:
            walk.check(operation["operationId"] in walk.used, "never exercised: " + operation["operationId"])
    finally:
        server.terminate()
        server.wait(10)
    print("%d passed, %d failed" % (walk.passed, walk.failed))
    return 1 if walk.failed else 0


if __name__ == "__main__":
    sys.exit(main())
