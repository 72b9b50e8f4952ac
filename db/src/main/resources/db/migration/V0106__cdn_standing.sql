-- What a CDN's own account says of it: looked at every five minutes where an account is told.
create table cdn.standing (
    cdn_id        text primary key references cdn.cdn (id),
    asked_at      timestamptz not null,
    -- when it was seen; null where it never was
    at            timestamptz,
    -- how it is set up; null where the account does not tell
    address       text,
    deployed      boolean,
    enabled       boolean,
    open_origins  text[],
    spare         boolean,
    signs         boolean,
    firewall      text,
    shielded      boolean,
    -- what it has carried in a month by its own count; null where the account does not tell
    carried_month text,
    carried_bytes bigint,
    -- why the last look brought nothing
    trouble       text,
    check (address is null or (at is not null and deployed is not null and enabled is not null and open_origins is not null
        and spare is not null and signs is not null)),
    check ((carried_month is null) = (carried_bytes is null))
);
