-- Who watches chats, since when, and what they left to whoever came next.
create table moderation.duty (
    number bigint generated always as identity primary key,
    person text not null,
    name   text not null,
    since  timestamptz not null,
    until  timestamptz,
    note   text not null default '' check (length(note) <= 1000),
    check (until is null or until >= since)
);
create unique index duty_now on moderation.duty (person) where until is null;
create index duty_until on moderation.duty (until);
create index deed_at on moderation.deed (at);
