-- What viewers hold for some minutes and what they bought: each with its pieces and the prices that stood then; and what they
-- did before. A held piece is out of the stock; one that is not bought comes back.
create schema orders;

create table orders.hold (
    id         uuid primary key,
    show_id    text not null,
    viewer     text not null,
    state      text not null check (state in ('HELD', 'BOUGHT', 'RELEASED', 'EXPIRED')),
    currency   text not null,
    total      bigint not null check (total >= 0),
    reduced    bigint not null check (reduced between 0 and total),
    claim      uuid,
    coupon_id  text,
    held_at    timestamptz not null,
    expires_at timestamptz not null check (expires_at > held_at),
    settled_at timestamptz,
    check ((state = 'HELD') = (settled_at is null))
);
create index hold_show on orders.hold (show_id, held_at);
create index hold_viewer on orders.hold (show_id, viewer) where state = 'HELD';

create table orders.hold_line (
    hold_id    uuid not null references orders.hold (id),
    position   integer not null check (position >= 0),
    product_id text not null,
    sku        text,
    name       text not null,
    pieces     integer not null check (pieces > 0),
    price      bigint not null check (price > 0),
    flash_id   text,
    primary key (hold_id, position)
);

create sequence orders.order_number;
create table orders.purchase (
    id         text primary key,
    hold_id    uuid not null unique references orders.hold (id),
    show_id    text not null,
    ordered_at timestamptz not null
);
create index purchase_show on orders.purchase (show_id, ordered_at);
