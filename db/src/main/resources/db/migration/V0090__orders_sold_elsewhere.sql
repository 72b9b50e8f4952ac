-- What a shop told that it has sold of a show's products: its stock is the shop's affair, how fast it goes is ours.
create table orders.sold_elsewhere (
    id         uuid primary key,
    show_id    text not null,
    product_id text not null,
    sku        text not null,
    pieces     integer not null check (pieces > 0),
    at         timestamptz not null
);
create index sold_elsewhere_show on orders.sold_elsewhere (show_id, at);
