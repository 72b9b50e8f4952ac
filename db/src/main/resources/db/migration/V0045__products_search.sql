-- Words of three letters and more are found by index; shorter ones by looking at all names.
create extension if not exists pg_trgm with schema public;
create index product_search on products.product using gin (search public.gin_trgm_ops);
create index product_initials on products.product using gin (initials public.gin_trgm_ops);
