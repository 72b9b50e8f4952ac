-- Which products are exclusive: so many hours before and after a show no other show sells it (0: while it lasts). And how many
-- pieces of a product a show plans to sell; a plan stays while the product is out of the line-up and counts only while it is in.
create table products.exclusive (
    product_id text primary key references products.product (id) on delete cascade,
    hours      integer not null check (hours between 0 and 720),
    changed_at timestamptz not null,
    changed_by text not null
);
create table products.allotment (
    show_id    text not null,
    product_id text not null references products.product (id) on delete cascade,
    pieces     integer not null check (pieces between 1 and 1000000),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (show_id, product_id)
);
create index allotment_product on products.allotment (product_id);
