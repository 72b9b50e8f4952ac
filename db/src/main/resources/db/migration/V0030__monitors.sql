-- Monitors: what is wanted of each, what its backend was last seen to have, what was approved last; the plans that were
-- shown; and the questions for sessions. A session's address lies here only closed with the seal of whoever asked, and only
-- until it is taken.
create schema monitors;

create table monitors.monitor (
    id           text primary key,
    name         text not null,
    channel_id   text,
    backend      text not null,
    hours        integer not null check (hours between 1 and 87600),
    leaving      boolean not null,
    settled      boolean not null,
    asked_for    boolean not null,
    seen_state   text check (seen_state in ('CREATING', 'ACTIVE', 'UPDATING', 'REMOVING')),
    seen_hours   integer,
    seen_since   timestamptz,
    seen_place   text,
    seen_version text,
    seen_at      timestamptz,
    fault        text,
    words        text,
    order_deed   text check (order_deed in ('RETAIN', 'REMOVE')),
    order_hours  integer,
    order_hash   text,
    order_at     timestamptz,
    order_by     text,
    order_open   boolean not null,
    order_words  text,
    created_at   timestamptz not null,
    created_by   text not null,
    removed_at   timestamptz,
    check ((seen_state is null) = (seen_place is null))
);
create unique index monitor_name on monitors.monitor (name) where removed_at is null;

create table monitors.plan (
    id         uuid primary key,
    monitor_id text not null references monitors.monitor (id),
    deed       text not null check (deed in ('RETAIN', 'REMOVE')),
    hours      integer,
    hash       text not null,
    planned_at timestamptz not null
);
create index plan_monitor on monitors.plan (monitor_id, planned_at);

create table monitors.session (
    id         uuid primary key,
    monitor_id text not null references monitors.monitor (id),
    state      text not null check (state in ('WAITING', 'READY', 'TAKEN', 'FAILED')),
    seal       text not null,
    sealed     text check ((sealed is not null) = (state = 'READY')),
    fault      text,
    words      text,
    asked_at   timestamptz not null,
    asked_by   text not null,
    until_at   timestamptz
);
create index session_monitor on monitors.session (monitor_id, asked_at);
