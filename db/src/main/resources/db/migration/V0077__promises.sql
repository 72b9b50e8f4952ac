-- What viewers were promised about a product and its price, and until when; and where that would be sold for less meanwhile.
create schema promises;

create sequence promises.promise_number;
create table promises.promise (
    id           text primary key,
    show_id      text not null,
    product_id   text not null,
    name         text not null,
    price        bigint not null check (price > 0),
    currency     text not null check (currency ~ '^[A-Z]{3}$'),
    kind         text not null check (kind in ('PIN', 'FLASH', 'COUPON', 'SAID', 'NOTICE', 'HAND')),
    words        text not null,
    made_at      timestamptz not null,
    made_by      text not null,
    until        timestamptz not null check (until > made_at),
    withdrawn_at timestamptz,
    withdrawn_by text,
    because      text,
    unique (show_id, product_id, kind, price)
);
create index promise_product on promises.promise (product_id, until) where withdrawn_at is null;

-- A show that would sell it for less; no show stands for the catalogue.
create table promises.undercut (
    promise_id text not null references promises.promise (id),
    show_id    text not null,
    price      bigint not null check (price > 0),
    found_at   timestamptz not null,
    primary key (promise_id, show_id)
);
create index undercut_show on promises.undercut (show_id);
