-- Rules of the chat filter that were written here, beside those that come with the program.
create schema chatrules;

create table chatrules.rule (
    number      bigint generated always as identity primary key,
    show_id     text,
    action      text not null check (action in ('FLAG', 'MASK', 'HOLD', 'BLOCK')),
    words       text[] not null,
    expressions text[] not null,
    note        text not null check (length(note) <= 200),
    enabled     boolean not null,
    version     integer not null,
    by_name     text not null,
    changed_at  timestamptz not null,
    deleted_at  timestamptz,
    check (cardinality(words) + cardinality(expressions) > 0)
);
create index rule_there on chatrules.rule (number) where deleted_at is null;

-- Counts up with each change: where chats are held they know by it whether they judge by the newest.
create table chatrules.edition (
    single  boolean primary key default true check (single),
    number  integer not null,
    told    integer not null,
    told_at timestamptz
);
insert into chatrules.edition (number, told) values (0, -1);
