-- Which products a show has, in their order, each with a price of its own; and sets that are kept to begin others with.
create table products.lineup (
    show_id    text primary key,
    version    integer not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create table products.lineup_item (
    show_id    text not null references products.lineup (show_id),
    position   integer not null check (position >= 0),
    product_id text not null references products.product (id),
    price      bigint check (price > 0),
    primary key (show_id, position),
    unique (show_id, product_id)
);
create index lineup_item_product on products.lineup_item (product_id);

create sequence products.lineup_set_number;
create table products.lineup_set (
    id         text primary key,
    name       text not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create unique index lineup_set_name on products.lineup_set (lower(name));
create table products.lineup_set_item (
    set_id     text not null references products.lineup_set (id) on delete cascade,
    position   integer not null check (position >= 0),
    product_id text not null references products.product (id),
    price      bigint check (price > 0),
    primary key (set_id, position)
);
