-- What may be said of a product because of a document: names of kinds of evidence of the claims room.
alter table products.evidence add column proves text[] not null default '{}';
