-- The records at names that players ask for: what stood there last, and the changes of them.
create schema dns;

create table dns.watched (
    name       text primary key,
    -- where it was seen, in words; empty as long as it was not
    zone       text not null,
    seen_at    timestamptz,
    trouble    text,
    watched_by text not null,
    watched_at timestamptz not null,
    check (seen_at is not null or zone = '')
);

-- What stood there when it was seen last.
create table dns.record_set (
    name         text not null references dns.watched (name) on delete cascade,
    type         text not null check (type in ('A', 'CNAME')),
    set_id       text not null,
    ttl_seconds  integer not null check (ttl_seconds >= 0),
    weight       integer check (weight between 0 and 255),
    country      text,
    value        text not null,
    health_check text,
    primary key (name, type, set_id)
);

create table dns.change (
    number       bigint generated always as identity primary key,
    name         text not null,
    state        text not null check (state in ('PLANNED', 'APPLYING', 'VERIFYING', 'DONE', 'FAILED')),
    keep_seconds integer,
    reverts      bigint references dns.change (number),
    reason       text not null,
    trouble      text check (trouble in ('ZONE_CHANGED', 'NOT_TAKEN', 'OUT_OF_REACH', 'OTHER_ANSWERS')),
    detail       text,
    -- by which the zone is asked whether it is everywhere
    ticket       text,
    answers      text[] not null,
    answer_ttl   integer,
    begun_by     text not null,
    begun_at     timestamptz not null,
    -- what is not written, or not answered, by then has failed
    until        timestamptz not null,
    applied_at   timestamptz,
    ended_at     timestamptz,
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
    check ((state = 'FAILED') = (trouble is not null))
);
create unique index change_under_way on dns.change (name) where ended_at is null;

-- The records before a change and after it.
create table dns.change_record (
    change       bigint not null references dns.change (number),
    side         text not null check (side in ('BEFORE', 'AFTER')),
    type         text not null check (type in ('A', 'CNAME')),
    set_id       text not null,
    ttl_seconds  integer not null,
    weight       integer,
    country      text,
    value        text not null,
    health_check text,
    primary key (change, side, type, set_id)
);
