"""The database and its two roles: ``cc_owner`` owns the tables and migrates, ``cc_app`` serves pages."""

from __future__ import annotations

import psycopg
from psycopg import sql

DATABASE = "conflicting_counts"
SUPERUSER = "cc_super"
OWNER = "cc_owner"
APP = "cc_app"


def make_roles(superuser: psycopg.Connection, owner_password: str, app_password: str) -> None:
    """Make both roles, or give the ones that exist these passwords. ``superuser`` is in autocommit mode."""
    for role, password in ((OWNER, owner_password), (APP, app_password)):
        known = superuser.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
        statement = "ALTER ROLE {} LOGIN PASSWORD {}" if known else "CREATE ROLE {} LOGIN PASSWORD {}"
        superuser.execute(sql.SQL(statement).format(sql.Identifier(role), sql.Literal(password)))


def make_database(superuser: psycopg.Connection) -> None:
    """Make the database, owned by OWNER, that only OWNER and APP may enter and where only OWNER may make tables."""
    known = superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone()
    database, owner, app = (sql.Identifier(name) for name in (DATABASE, OWNER, APP))
    if not known:
        superuser.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, owner))
    superuser.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    superuser.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, app))


def close_public_schema(superuser: psycopg.Connection) -> None:
    """Inside the database: the schema belongs to OWNER (before version 15 everyone could make tables in it)."""
    superuser.execute(sql.SQL("ALTER SCHEMA public OWNER TO {}").format(sql.Identifier(OWNER)))
    superuser.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    superuser.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(sql.Identifier(APP)))
