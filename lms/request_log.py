"""Ties log lines to their request, and writes one of its own only for a request that failed."""

import uuid

import structlog
from django.http import HttpRequest, HttpResponse
from django_structlog.middlewares import RequestMiddleware

WORTH_A_LINE = 400
SECRETS = {"token", "key"}  # as addresses name them


class RequestLog(RequestMiddleware):
    """Binds a request's id and its person's; what went well leaves no line."""

    def prepare(self, request: HttpRequest) -> None:
        structlog.contextvars.bind_contextvars(request_id=str(uuid.uuid4()))
        if request.session.session_key is not None:
            self.bind_user_id(request)

    @staticmethod
    def format_request(request: HttpRequest) -> str:
        """Method and path; what follows the question mark may be the name of somebody looked for.

        The secret of a link in an e-mail is left out: whoever reads the log could open an account with it.
        """
        path = request.path
        for name, value in request.resolver_match.kwargs.items() if request.resolver_match else ():
            path = path.replace(value, "...") if name in SECRETS else path
        return f"{request.method} {path}"

    def handle_response(self, request: HttpRequest, response: HttpResponse) -> None:
        if response.status_code >= WORTH_A_LINE or hasattr(request, "_raised_exception"):
            super().handle_response(request, response)
        else:
            structlog.contextvars.clear_contextvars()
