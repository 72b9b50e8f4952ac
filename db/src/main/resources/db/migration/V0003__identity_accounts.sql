-- People, their sign-ins, tokens, preferences, and second-person approvals. No secret is kept, only hashes.
create schema identity;

create table identity.account (
    id text primary key,
    login text not null,
    login_key text not null unique check (login_key = lower(login)),
    name text not null,
    password text not null,
    roles text not null,
    locale text not null,
    disabled boolean not null,
    demo boolean not null,
    created timestamptz not null,
    failed integer not null,
    locked_until timestamptz,
    version integer not null
);

create table identity.session (
    id_hash text primary key,
    account text not null references identity.account,
    since timestamptz not null,
    last_seen timestamptz not null,
    address text not null,
    agent text not null
);
create index session_account on identity.session (account);
create index session_last_seen on identity.session (last_seen);

create table identity.token (
    id text primary key,
    account text not null references identity.account,
    name text not null,
    hash text not null unique,
    roles text not null,
    created timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    last_used timestamptz
);
create index token_account on identity.token (account);

create table identity.preference (
    account text not null references identity.account,
    key text not null,
    value text not null,
    primary key (account, key)
);

create table identity.approval (
    id text primary key,
    kind text not null,
    subject text not null,
    digest text not null,
    why text not null,
    approvers text not null,
    asked_by text not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null,
    decided_by text,
    decided_by_name text,
    decided_at timestamptz,
    comment text,
    consumed_at timestamptz,
    version integer not null
);
create index approval_subject on identity.approval (kind, subject);
create index approval_open on identity.approval (asked_at) where state = 'OPEN';
