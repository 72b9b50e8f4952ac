-- What a CDN that has a key answers to a request without a token, looked at once a minute.
create table cdn.door (
    cdn_id text primary key references cdn.cdn (id),
    status integer not null,
    at     timestamptz not null
);
