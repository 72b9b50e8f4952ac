-- Calendars to subscribe to by a secret address, of which only the hash is kept; and how often each show has changed in
-- a way that a calendar shows.
create table planning.calendar_feed (
    id         uuid primary key,
    sha256     text not null unique,
    kind       text not null check (kind in ('CHANNEL', 'HOST', 'PERSON')),
    target     text not null,
    name       text not null,
    owner      text not null,
    owner_name text not null,
    created_at timestamptz not null,
    last_used  timestamptz,
    revoked_at timestamptz
);
create index calendar_feed_owner on planning.calendar_feed (owner);

create table planning.calendar_sequence (
    show_id    text primary key,
    sequence   integer not null,
    changed_at timestamptz not null
);
