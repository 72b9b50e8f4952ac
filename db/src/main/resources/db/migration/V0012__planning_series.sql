-- Weekly series, and which show is which of their occurrences.
create sequence planning.series_number start 101;

create table planning.series (
    id           text primary key,
    weekdays     text not null,
    every_weeks  integer not null check (every_weeks between 1 and 12),
    first_day    date not null,
    created_at   timestamptz not null,
    created_name text not null,
    ended_at     timestamptz
);

-- `day` is the day of the pattern: an occurrence that is moved keeps it. `detached`: was changed alone.
create table planning.occurrence (
    series_id text not null references planning.series (id),
    day       date not null,
    show_id   text not null unique,
    detached  boolean not null,
    primary key (series_id, day)
);
