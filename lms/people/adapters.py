"""How allauth fits this site: e-mail goes through the outbox, names and subjects are neutral."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """The adapter named by ACCOUNT_ADAPTER."""
