-- The shop that is connected, what was asked of it, and what became of each product.
create schema shops;

-- Written at each start from the settings; no row where no shop is connected.
create table shops.connection (
    one           boolean primary key default true check (one),
    name          text not null,
    address       text not null,
    every_seconds integer not null check (every_seconds >= 0)
);

create sequence shops.pull_number;
create table shops.pull (
    id          text primary key,
    kind        text not null check (kind in ('LOOK', 'TAKE')),
    state       text not null check (state in ('READING', 'APPLYING', 'DONE', 'FAILED', 'STOPPED')),
    scheduled   boolean not null,
    address     text not null,
    since       timestamptz,
    cursor      text,
    pages       integer not null default 0,
    read        integer not null default 0,
    total       integer,
    shop_at     timestamptz,
    tries       integer not null default 0,
    waits_until timestamptz,
    trouble     text,
    detail      text,
    added       integer,
    changed     integer,
    same        integer,
    refused     integer,
    held        integer,
    import_id   text unique,
    undone_at   timestamptz,
    undone_by   text,
    actor_id    text not null,
    actor_name  text not null,
    begun_at    timestamptz not null,
    ended_at    timestamptz,
    check ((trouble is null) = (detail is null)),
    check ((undone_at is null) = (undone_by is null)),
    check ((ended_at is null) = (state in ('READING', 'APPLYING')))
);
-- One at a time.
create unique index pull_under_way on shops.pull ((true)) where state in ('READING', 'APPLYING');

-- What was read and is not taken yet; gone when the pull is over.
create table shops.read_item (
    pull_id  text not null references shops.pull (id),
    position integer not null,
    item     text not null,
    primary key (pull_id, position)
);
create table shops.read_cursor (
    pull_id text not null references shops.pull (id),
    cursor  text not null,
    primary key (pull_id, cursor)
);

-- What became of each product, or would: not of those that are as they were.
create table shops.line (
    pull_id     text not null references shops.pull (id),
    number      integer not null,
    verdict     text not null check (verdict in ('ADDED', 'CHANGED', 'SAME', 'WRONG')),
    product_id  text,
    sku         text not null,
    name        text not null,
    differences text not null,
    ko          text not null,
    en          text not null,
    primary key (pull_id, number)
);
