-- The cache that asks an origin for all edges, by origin: in which region it is, empty where there is none. Both in the same order.
alter table cdn.standing
    add column shield_regions text[] not null default '{}',
    add column shield_origins text[] not null default '{}';
