-- Schedules that came in as files: what each did to which show, so that all of it can be taken back.
create sequence planning.import_number;
create table planning.import (
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
create index import_at on planning.import (at);
create table planning.import_line (
    import_id text not null references planning.import (id),
    number    integer not null,
    show_id   text not null,
    deed      text not null check (deed in ('ADDED', 'CHANGED')),
    version   integer not null,
    -- the version before; null for a show that was added
    previous  integer,
    -- the fields that were changed, as they were before; null for a show that was added
    before    text,
    primary key (import_id, number)
);

-- The number a show has in the file it came from.
create table planning.import_key (
    key     text primary key,
    show_id text not null
);

-- Which column is which field, by who mapped it and what the columns are called.
create table planning.import_mapping (
    account   text not null,
    signature text not null,
    mapping   text not null,
    at        timestamptz not null,
    primary key (account, signature)
);
