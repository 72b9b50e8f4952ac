-- What is pinned in a show: each pin from its press to its end, with the price that stood then; and one row for each show (or
-- product) whose pins and cards are changed one after the other, with when viewers' file of it changed and was published last.
create schema pins;

create table pins.board (
    owner        text primary key,
    changed_at   timestamptz,
    published_at timestamptz
);

create table pins.pin (
    id            uuid primary key,
    show_id       text not null,
    product_id    text not null,
    name          text not null,
    price         bigint check (price > 0),
    currency      text not null,
    rehearsal     boolean not null,
    cue           text,
    pinned_at     timestamptz not null,
    pinned_by     text not null,
    pinned_name   text not null,
    unpinned_at   timestamptz,
    unpinned_by   text,
    unpinned_name text,
    ended         text check (ended in ('HAND', 'CUE', 'SHOW_OVER')),
    off_mark      uuid,
    mark_why      text,
    off_why       text,
    check ((unpinned_at is null) = (ended is null))
);
create unique index pin_open on pins.pin (show_id, product_id) where unpinned_at is null;
create index pin_show on pins.pin (show_id, pinned_at);
