-- What proves what is said of a product (test reports, examinations), each with the day until which it counts.
create sequence products.evidence_number;
create table products.evidence (
    id          text primary key,
    product_id  text not null references products.product (id),
    title       text not null,
    file_name   text not null,
    file_type   text not null check (file_type in ('application/pdf', 'image/png', 'image/jpeg')),
    digest      text not null,
    content     bytea not null,
    valid_until date,
    added_at    timestamptz not null,
    added_by    text not null,
    removed_at  timestamptz
);
create index evidence_product on products.evidence (product_id) where removed_at is null;
create index evidence_valid_until on products.evidence (valid_until) where removed_at is null;
