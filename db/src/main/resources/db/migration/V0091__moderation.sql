-- Chats of shows: how each is held, what was said, what moderators did, who is put out, and how far was read.
create schema moderation;

create table moderation.chat (
    show_id        text primary key,
    slow_seconds   integer not null check (slow_seconds between 0 and 3600),
    frozen         boolean not null,
    followers_only boolean not null,
    links_off      boolean not null,
    duplicates_off boolean not null,
    delay_seconds  integer not null check (delay_seconds between 0 and 10),
    open           boolean not null,
    version        integer not null
);

create table moderation.line (
    number     bigint generated always as identity primary key,
    list       text not null,
    position   bigint not null,
    show_id    text not null,
    line_id    text not null,
    member     text not null,
    name       text not null,
    said       text not null,
    text       text not null,
    rules      text[] not null,
    state      text not null check (state in ('SHOWN', 'HELD', 'BLOCKED', 'HIDDEN', 'DENIED')),
    at         timestamptz not null,
    taken_at   timestamptz not null,
    decided_by text,
    reason     text,
    decided_at timestamptz,
    unique (list, position),
    check ((decided_by is null) = (decided_at is null))
);
create index line_show on moderation.line (show_id, number);
create index line_held on moderation.line (show_id, number) where state = 'HELD';
create index line_member on moderation.line (member, number);

create table moderation.deed (
    number  bigint generated always as identity primary key,
    show_id text not null,
    kind    text not null check (kind in ('HIDE', 'APPROVE', 'DENY', 'BAN', 'UNBAN')),
    line    bigint references moderation.line (number),
    line_id text not null,
    member  text not null,
    name    text not null,
    reason  text not null,
    by_name text not null,
    at      timestamptz not null,
    told_at timestamptz
);
create index deed_show on moderation.deed (show_id, number);
create index deed_untold on moderation.deed (show_id, number) where told_at is null;

create table moderation.ban (
    show_id text not null,
    member  text not null,
    name    text not null,
    reason  text not null,
    by_name text not null,
    since   timestamptz not null,
    primary key (show_id, member)
);

create table moderation.pull (
    source    text primary key,
    spool     text not null,
    next      bigint not null check (next >= 0),
    mark      bigint not null check (mark between 0 and next),
    marked_at timestamptz not null,
    pulled_at timestamptz not null
);
