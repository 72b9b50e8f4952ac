-- Signing in on a device without a browser: a code is shown there and allowed by somebody signed in here. Codes are kept
-- as hashes. Wrong codes are counted by person.
create table identity.device_sign_in (
    id text primary key,
    device_hash text not null unique,
    user_hash text not null unique,
    name text not null,
    address text not null,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    interval_seconds integer not null,
    polled_at timestamptz,
    state text not null,
    account text references identity.account,
    roles text,
    decided_at timestamptz
);
create index device_sign_in_expires on identity.device_sign_in (expires_at);

create table identity.device_try (
    account text primary key references identity.account,
    tries integer not null,
    since timestamptz not null
);
