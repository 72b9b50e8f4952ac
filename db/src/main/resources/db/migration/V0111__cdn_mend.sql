-- What a CDN's own configuration lacks, as its account was seen last: read every five minutes.
create table cdn.lacking (
    cdn_id  text primary key references cdn.cdn (id),
    -- when it was read; null where it never was
    at      timestamptz,
    -- the account's own mark of what was read; null where it tells none, and nothing can be mended
    version text,
    -- what would be mended: field, whose, before and after, by tabs
    steps   text[] not null default '{}',
    -- what cannot be mended from here: why and whose, by tabs
    others  text[] not null default '{}',
    -- why the last look brought nothing
    trouble text
);

-- Each press that mends something of it, or takes that back.
create table cdn.mend (
    number     bigint generated always as identity primary key,
    cdn_id     text not null references cdn.cdn (id),
    state      text not null check (state in ('ASKED', 'SPREADING', 'DONE', 'FAILED')),
    -- the mark from which it was planned, and the one it has left
    version    text not null,
    left_version text,
    steps      text[] not null,
    -- the one that it takes back
    undoes     bigint references cdn.mend (number),
    reason     text not null,
    trouble    text,
    detail     text,
    asked_by   text not null,
    asked_at   timestamptz not null,
    -- when it has failed
    until      timestamptz not null,
    -- when it was sent first, whether there was an answer or not
    sent_at    timestamptz,
    written_at timestamptz,
    ended_at   timestamptz,
    check ((written_at is null) = (left_version is null)),
    check ((ended_at is not null) = (state in ('DONE', 'FAILED')))
);
create unique index mend_under_way on cdn.mend (cdn_id) where ended_at is null;
create index mend_undoes on cdn.mend (undoes);
