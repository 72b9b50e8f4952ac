-- What a CDN's health address answered last, asked every thirty seconds whether a show is on air or not.
create table cdn.health (
    cdn_id text primary key references cdn.cdn (id),
    at     timestamptz not null,
    -- of HTTP; 0 for no answer
    status integer not null,
    -- until the answer was there; null where none was
    millis integer,
    -- so many times in a row it was not well
    failed integer not null
);
