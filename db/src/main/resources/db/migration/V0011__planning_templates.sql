-- The room `planning`: what planners use to fill weeks. Shows are named by id only; they live in scheduling.
create schema planning;

create sequence planning.template_number start 101;

create table planning.template (
    id           text primary key,
    version      integer not null,
    name         text not null,
    plan         text not null,
    length_s     bigint not null check (length_s between 60 and 86400),
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    changed_name text not null,
    archived_at  timestamptz
);
create unique index template_name on planning.template (lower(name)) where archived_at is null;
