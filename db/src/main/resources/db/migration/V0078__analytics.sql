-- What viewers' pages and shops tell of products: seen, clicked, put into the cart, ordered. Each is known by an id that whoever
-- told it chose, so that once more is nothing. When it is old it is folded into sums of a show, product and kind, and of a minute.
create schema analytics;

create table analytics.product_event (
    id         uuid primary key,
    kind       text not null check (kind in ('IMPRESSION', 'CLICK', 'CART', 'ORDER')),
    show_id    text not null,
    product_id text not null,
    viewer     text not null,
    revenue    bigint not null default 0 check (revenue >= 0),
    currency   text not null default '',
    at         timestamptz not null,
    taken_at   timestamptz not null,
    check (revenue = 0 or (kind = 'ORDER' and currency <> ''))
);
create index product_event_show on analytics.product_event (show_id, product_id, kind, viewer);
create index product_event_taken on analytics.product_event (taken_at);

create table analytics.folded (
    show_id    text not null,
    product_id text not null,
    kind       text not null check (kind in ('IMPRESSION', 'CLICK', 'CART', 'ORDER')),
    currency   text not null,
    events     bigint not null check (events > 0),
    viewers    bigint not null check (viewers > 0),
    revenue    bigint not null check (revenue >= 0),
    primary key (show_id, product_id, kind, currency)
);

create table analytics.folded_minute (
    show_id  text not null,
    minute   timestamptz not null,
    kind     text not null check (kind in ('IMPRESSION', 'CLICK', 'CART', 'ORDER')),
    currency text not null,
    events   bigint not null check (events > 0),
    revenue  bigint not null check (revenue >= 0),
    primary key (show_id, minute, kind, currency)
);

-- How far the spool of viewers' events was read, and up to where it may be forgotten.
create table analytics.pull (
    source    text primary key,
    spool     text not null,
    next      bigint not null check (next >= 0),
    mark      bigint not null check (mark between 0 and next),
    marked_at timestamptz not null,
    pulled_at timestamptz not null
);
