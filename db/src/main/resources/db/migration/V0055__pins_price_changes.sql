-- Prices that are to change while their show is on air: asked by one person, decided by another.
create table pins.price_change (
    id           text primary key,
    show_id      text not null,
    product_id   text not null,
    name         text not null,
    before_minor bigint,
    after_minor  bigint not null check (after_minor > 0),
    currency     text not null,
    reason       text not null,
    approval     text not null unique,
    state        text not null check (state in ('ASKED', 'APPROVED', 'DONE', 'REFUSED', 'EXPIRED', 'FAILED')),
    asked_at     timestamptz not null,
    asked_by     text not null,
    asked_name   text not null,
    decided_at   timestamptz,
    decided_name text,
    why          text
);
create index price_change_show on pins.price_change (show_id, asked_at);
create unique index price_change_open on pins.price_change (show_id, product_id) where state in ('ASKED', 'APPROVED');
