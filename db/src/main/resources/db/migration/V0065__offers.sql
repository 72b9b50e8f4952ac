-- Coupons and flash sales of shows: written beforehand, opened and closed by a press, a cue or their time; and what viewers took.
create schema offers;

create table offers.counter (
    show_id text primary key
);
create sequence offers.offer_number;

create table offers.coupon (
    id           text primary key,
    show_id      text not null,
    version      integer not null,
    name         text not null,
    kind         text not null check (kind in ('AMOUNT', 'PERCENT')),
    amount       bigint check (amount > 0),
    percent      integer check (percent between 1 and 90),
    most         bigint check (most > 0),
    minimum      bigint check (minimum > 0),
    currency     text not null,
    product_id   text,
    quantity     integer check (quantity > 0),
    per_person   integer not null check (per_person > 0),
    runs_seconds integer check (runs_seconds > 0),
    taken        integer not null default 0 check (taken >= 0 and (quantity is null or taken <= quantity)),
    state        text not null check (state in ('READY', 'OPEN', 'CLOSED')),
    cue          text,
    opens_at     timestamptz,
    closes_at    timestamptz check (closes_at > opens_at),
    closed_at    timestamptz,
    ended        text check (ended in ('HAND', 'CUE', 'TIME', 'USED_UP', 'SOLD_OUT', 'SHOW_OVER')),
    removed_at   timestamptz,
    changed_at   timestamptz not null,
    changed_by   text not null,
    check ((kind = 'AMOUNT') = (amount is not null)),
    check ((kind = 'PERCENT') = (percent is not null))
);
create index coupon_show on offers.coupon (show_id, id);

create table offers.coupon_claim (
    id         uuid primary key,
    coupon_id  text not null references offers.coupon (id),
    viewer     text not null,
    claimed_at timestamptz not null,
    used_for   text,
    used_at    timestamptz
);
create index coupon_claim_viewer on offers.coupon_claim (coupon_id, viewer);

create table offers.flash_sale (
    id                text primary key,
    show_id           text not null,
    version           integer not null,
    product_id        text not null,
    name              text not null,
    price             bigint not null check (price > 0),
    currency          text not null,
    countdown_seconds integer not null check (countdown_seconds between 10 and 300),
    runs_seconds      integer not null check (runs_seconds between 60 and 1200),
    quantity          integer check (quantity > 0),
    sold              integer not null default 0 check (sold >= 0 and (quantity is null or sold <= quantity)),
    reason            text not null,
    state             text not null check (state in ('READY', 'OPEN', 'CLOSED')),
    cue               text,
    opens_at          timestamptz,
    closes_at         timestamptz check (closes_at > opens_at),
    closed_at         timestamptz,
    ended             text check (ended in ('HAND', 'CUE', 'TIME', 'USED_UP', 'SOLD_OUT', 'SHOW_OVER')),
    removed_at        timestamptz,
    changed_at        timestamptz not null,
    changed_by        text not null
);
create index flash_sale_show on offers.flash_sale (show_id, id);
create index flash_sale_product on offers.flash_sale (product_id, opens_at);
create unique index flash_sale_one on offers.flash_sale (show_id, product_id) where state = 'OPEN';
