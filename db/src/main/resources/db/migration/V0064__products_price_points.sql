-- What each product has cost, from when to when: in the catalogue, and in shows while they ran. A price that is called low has
-- to be lower than those of the month before. Units are written in place from now on, so that what was sold meanwhile stays sold.
create table products.price_point (
    product_id text not null references products.product (id) on delete cascade,
    show_id    text,
    price      bigint not null check (price > 0),
    currency   text not null,
    since      timestamptz not null,
    until      timestamptz check (until >= since)
);
create index price_point_product on products.price_point (product_id, since);
create unique index price_point_open on products.price_point (product_id, coalesce(show_id, '')) where until is null;

insert into products.price_point (product_id, show_id, price, currency, since)
    select id, null, price, currency, changed_at from products.product where price is not null;

alter table products.unit drop constraint unit_product_id_position_key;
alter table products.unit add constraint unit_product_position unique (product_id, position) deferrable initially deferred;
