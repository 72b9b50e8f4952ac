-- What imports into the catalogue did, so that each can be taken back, and how columns were mapped.
create sequence products.import_number;
create table products.import (
    id         text primary key,
    name       text not null,
    added      integer not null,
    changed    integer not null,
    same       integer not null,
    at         timestamptz not null,
    actor_id   text not null,
    actor_name text not null,
    undone_at  timestamptz,
    undone_by  text
);
create index import_at on products.import (at);

-- Before is what an import changed, as facts; null for what it added. Version is the one it left.
create table products.import_line (
    import_id  text not null references products.import (id),
    product_id text not null references products.product (id),
    version    integer not null,
    before     text,
    primary key (import_id, product_id)
);
create index import_line_product on products.import_line (product_id, version);

create table products.import_mapping (
    account   text not null,
    signature text not null,
    mapping   text not null,
    at        timestamptz not null,
    primary key (account, signature)
);
