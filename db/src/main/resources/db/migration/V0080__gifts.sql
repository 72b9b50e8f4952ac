-- What is sent with an order besides what was ordered, or instead of it: gifts and bundles of a show, and which order was given them.
create schema gifts;

create sequence gifts.rule_number;

create table gifts.rule (
    id         text primary key,
    show_id    text not null,
    version    integer not null,
    kind       text not null check (kind in ('PRODUCT', 'SPEND', 'BUNDLE')),
    name       text not null,
    product_id text,
    pieces     integer check (pieces > 0),
    spend      bigint check (spend > 0),
    currency   text,
    again      boolean not null,
    most       integer check (most > 0),
    once       boolean not null,
    stopped_at timestamptz,
    changed_at timestamptz not null,
    changed_by text not null,
    check ((kind = 'SPEND') = (spend is not null)),
    check ((kind = 'SPEND') = (currency is not null)),
    check ((kind = 'SPEND') = (product_id is null)),
    check ((kind = 'PRODUCT') = (pieces is not null)),
    check (kind <> 'BUNDLE' or (most is null and not once))
);
create index rule_show on gifts.rule (show_id, id);

create table gifts.item (
    rule_id  text not null references gifts.rule (id),
    position integer not null check (position >= 0),
    code     text not null,
    name     text not null,
    pieces   integer not null check (pieces > 0),
    primary key (rule_id, position)
);

create table gifts.award (
    order_id text not null,
    rule_id  text not null references gifts.rule (id),
    viewer   text not null,
    times    integer not null check (times > 0),
    at       timestamptz not null,
    primary key (order_id, rule_id)
);
create index award_rule on gifts.award (rule_id, viewer);
