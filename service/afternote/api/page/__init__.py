"""The page at /: for the person who was just turned down.

A plain form that works with scripts off; with them, a few ES modules on the public API.
Also the API's reference at /docs, and /eml, which turns text into a mail file.
"""

import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

from afternote import render
from afternote.api import entry, wire
from afternote.api.keys import Keys
from afternote.api.limits import Limits
from afternote.api.page.words import EXAMPLE, WORDS
from afternote.api.problems import KINDS, Refusal, of_validation
from afternote.api.routes import refusal_of
from afternote.api.service import Service
from afternote.errors import InputError, ModelUnavailable
from afternote.pipeline import Drafted
from afternote.schema import Mail, Released

HERE = Path(str(files("afternote.api.page")))
MODULES = sorted(path.name for path in (HERE / "static").glob("*.js"))
"""Told to the browser at once, which would else find them one after another."""


class Sheet(BaseModel):
    """The form as a browser posts it: everything is text, and may be empty."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    notes: str = ""
    to: str = "manager"
    channel: str = "email"
    tone: str = "warm"
    name: str = ""
    company: str = ""
    role: str = ""
    me: str = ""
    ask_feedback: str = ""
    connect: str = ""
    offline: str = ""
    seed: str = "0"
    released: list[str] = []
    key: str = ""

    def request(self) -> wire.NotesRequest:
        """Return what is asked. Raises ValidationError for what no browser posts."""
        given: dict[str, Any] = {
            "notes": self.notes.replace("\r\n", "\n"),
            **{k: getattr(self, k) for k in ("to", "channel", "tone")},
            **{k: getattr(self, k).strip() or None for k in _STATED},
            **{k: bool(getattr(self, k)) for k in _TICKED},
            "seed": _number(self.seed or "0"),
            "released": tuple(_stretch(r) for r in self.released[: wire.MOST]),
        }
        return wire.NotesRequest.model_validate(given)


_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}", re.ASCII)
_STATED = ("name", "company", "role", "me")
_TICKED = ("ask_feedback", "connect", "offline")


class Letter(BaseModel):
    """Text to be turned into a mail file."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True)

    subject: str = ""
    text: str = ""
    address: str = ""


def router(service: Service, keys: Keys, limits: Limits) -> APIRouter:
    """Return the routes of the page; they are no part of the public API."""
    routes = APIRouter(include_in_schema=False)
    shown = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    routes.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    model = service.settings if service.settings.endpoint else None

    def page(
        sheet: Sheet,
        *,
        drafted: Drafted | None = None,
        refusal: Refusal | None = None,
    ) -> HTMLResponse:
        status = KINDS[refusal.kind].status if refusal else 200
        mail = drafted.brief.mail if drafted else None
        html = shown.get_template("page.html").render(
            sheet=sheet,
            drafted=drafted,
            mail=mail,
            mailto=lambda note: render.mailto(note, mail),
            refusal=refusal,
            words=WORDS,
            example=EXAMPLE,
            words_json=json.dumps(WORDS, ensure_ascii=False),
            modules=MODULES,
            locked=bool(keys.all()),
            host=_host(model.endpoint) if model and model.endpoint else None,
            model=model.model if model else None,
        )
        return HTMLResponse(html, status_code=status)

    @routes.get("/")
    async def blank() -> Response:
        return page(Sheet())

    @routes.post("/")
    async def posted(request: Request, sheet: Annotated[Sheet, Form()]) -> Response:
        address = request.client.host if request.client else "unknown"
        try:
            caller = entry.caller(
                keys,
                authorization=f"Bearer {sheet.key.strip()}",
                address=address,
                scope="notes",
            )
            tokens = caller.key.tokens if caller.key else None
            purse = limits.purse(caller.name, tokens)
            return page(sheet, drafted=await service.draft(sheet.request(), purse))
        except ValidationError as error:
            return page(sheet, refusal=of_validation(error.errors()))
        except (InputError, ModelUnavailable) as error:
            return page(sheet, refusal=refusal_of(error))
        except Refusal as refusal:
            return page(sheet, refusal=refusal)

    @routes.post("/eml")
    async def eml(letter: Annotated[Letter, Form()]) -> Response:
        text = letter.text.replace("\r\n", "\n").rstrip("\n")
        subject = " ".join(letter.subject.split())
        address = letter.address.strip()
        mail = Mail(address=address) if _ADDRESS.fullmatch(address) else None
        return Response(
            render.message(subject, text, mail),
            media_type="message/rfc822",
            headers={"Content-Disposition": 'attachment; filename="note.eml"'},
        )

    @routes.get("/docs")
    async def docs(request: Request) -> Response:
        html = shown.get_template("docs.html").render(
            api=request.app.openapi(), problems=KINDS
        )
        return HTMLResponse(html)

    return routes


def _stretch(text: str) -> Released:
    start, _, end = text.partition("-")
    return Released(start=_number(start), end=_number(end))


def _number(text: str) -> int:
    """Return the number *text* says; -1, which fits nowhere, for anything else."""
    return int(text) if text.isdecimal() and len(text) <= 10 else -1


def _host(endpoint: str) -> str:
    return endpoint.split("//", 1)[-1].split("/", 1)[0].rpartition("@")[2]
