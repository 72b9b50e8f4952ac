-- When an object was written, when it was read last as viewers read it, and how often in a row something else than it was found.
alter table cdn.object
    add column written_at timestamptz not null default now(),
    add column read_at timestamptz,
    add column wrong integer not null default 0;
