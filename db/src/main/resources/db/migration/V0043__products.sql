-- The catalogue: sellers with what the law wants shown of them, products, and what of each is sold and counted (a unit: the
-- product itself, or each of its options). Amounts are whole smallest units of the currency beside them.
create schema products;

-- What is searched by: no blanks, no capitals; and first consonants (가을니트 -> ㄱㅇㄴㅌ).
create function products.plain(words text) returns text language sql immutable strict parallel safe as $$
    select lower(regexp_replace(words, '\s', '', 'g'))
$$;
create function products.initials(words text) returns text language sql immutable strict parallel safe as $$
    select case when words !~ '[가-힣]' then '' else (
        select coalesce(string_agg(
            case when ascii(c) between 44032 and 55203
                then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(c) - 44032) / 588 + 1, 1)
                else lower(c) end, '' order by n), '')
        from unnest(string_to_array(regexp_replace(words, '\s', '', 'g'), null)) with ordinality as t (c, n)) end
$$;

create sequence products.seller_number;
create table products.seller (
    id              text primary key,
    version         integer not null,
    name            text not null,
    representative  text not null,
    address         text not null,
    phone           text not null,
    email           text not null,
    business_number text not null check (business_number ~ '^([0-9]{10})?$'),
    mail_order      text not null,
    archived_at     timestamptz,
    changed_at      timestamptz not null,
    changed_by      text not null
);
create unique index seller_business on products.seller (business_number)
    where business_number <> '' and archived_at is null;
create unique index seller_name on products.seller (lower(name)) where archived_at is null;

create sequence products.product_number;
create table products.product (
    id            text primary key,
    version       integer not null,
    seller_id     text not null references products.seller (id),
    skus          text not null,
    name          text not null,
    brand         text not null,
    category      text not null,
    price         bigint check (price > 0),
    list_price    bigint check (list_price >= price),
    currency      text not null check (currency ~ '^[A-Z]{3}$'),
    cosmetic      text not null check (cosmetic in ('NONE', 'GENERAL', 'FUNCTIONAL')),
    report_number text not null,
    archived_at   timestamptz,
    created_at    timestamptz not null,
    created_by    text not null,
    changed_at    timestamptz not null,
    changed_by    text not null,
    search        text not null generated always as (products.plain(name || ' ' || brand || ' ' || skus)) stored,
    initials      text not null generated always as (products.initials(name)) stored
);
create index product_name on products.product (name, id);
create index product_changed on products.product (changed_at, id);
create index product_price on products.product (coalesce(price, 0), id);
create index product_seller on products.product (seller_id);

create table products.unit (
    seller_id  text not null references products.seller (id),
    sku        text not null,
    product_id text not null references products.product (id),
    position   integer not null check (position >= 0),
    name       text not null,
    price      bigint check (price > 0),
    stock      integer check (stock >= 0),
    primary key (seller_id, sku),
    unique (product_id, position)
);
