-- What one show has left in a CDN's caches is taken away when it is asked for.
create table cdn.purge (
    number   bigint generated always as identity primary key,
    cdn_id   text not null references cdn.cdn (id),
    show_id  text not null,
    state    text not null check (state in ('ASKED', 'RUNNING', 'DONE', 'FAILED')),
    -- by which the CDN is asked how far it is; null where it is over at once
    ticket   text,
    -- how many were taken away; null where the CDN does not tell
    objects  integer,
    trouble  text,
    asked_by text not null,
    asked_at timestamptz not null,
    done_at  timestamptz,
    check ((done_at is not null) = (state in ('DONE', 'FAILED')))
);
create unique index purge_under_way on cdn.purge (cdn_id, show_id) where done_at is null;
