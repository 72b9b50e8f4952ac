-- What moderators say in chats themselves, once or again and again; a saved way of holding a chat that goes on at one press
-- and off at another; and lines that many viewers say alike.
create table moderation.repeated (
    number   bigint generated always as identity primary key,
    show_id  text not null,
    style    text not null check (style in ('STANDARD', 'HIGHLIGHT', 'WARNING')),
    text     text not null check (length(text) between 1 and 300),
    minutes  integer not null check (minutes between 1 and 120),
    by_name  text not null,
    since    timestamptz not null,
    next_at  timestamptz not null,
    ended_at timestamptz
);
create index repeated_show on moderation.repeated (show_id, number) where ended_at is null;

create table moderation.announcement (
    number   bigint generated always as identity primary key,
    show_id  text not null,
    style    text not null check (style in ('STANDARD', 'HIGHLIGHT', 'WARNING')),
    text     text not null check (length(text) between 1 and 300),
    by_name  text not null,
    at       timestamptz not null,
    line_id  text not null unique,
    repeated bigint references moderation.repeated (number),
    told_at  timestamptz
);
create index announcement_show on moderation.announcement (show_id, number);
create index announcement_untold on moderation.announcement (show_id, number) where told_at is null;

create table moderation.canned (
    place      integer primary key check (place between 1 and 9),
    style      text not null check (style in ('STANDARD', 'HIGHLIGHT', 'WARNING')),
    text       text not null check (length(text) between 1 and 300),
    by_name    text not null,
    changed_at timestamptz not null
);

create table moderation.shield_set (
    single         boolean primary key default true check (single),
    slow_seconds   integer not null check (slow_seconds between 0 and 3600),
    frozen         boolean not null,
    followers_only boolean not null,
    links_off      boolean not null,
    duplicates_off boolean not null,
    delay_seconds  integer not null check (delay_seconds between 0 and 10),
    version        integer not null
);
insert into moderation.shield_set (slow_seconds, frozen, followers_only, links_off, duplicates_off, delay_seconds, version)
values (30, false, true, true, true, 5, 0);

create table moderation.shield (
    show_id        text primary key references moderation.chat (show_id),
    slow_seconds   integer not null,
    frozen         boolean not null,
    followers_only boolean not null,
    links_off      boolean not null,
    duplicates_off boolean not null,
    delay_seconds  integer not null,
    by_name        text not null,
    since          timestamptz not null
);

alter table moderation.line add column alike text not null default '';
create index line_alike on moderation.line (show_id, at, alike) where alike <> '';

create table moderation.raid_left (
    show_id text not null,
    alike   text not null,
    by_name text not null,
    at      timestamptz not null,
    primary key (show_id, alike)
);
