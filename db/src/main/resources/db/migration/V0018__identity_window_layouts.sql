-- Which pages a person has open, where, on which monitor, under a name.
create table identity.window_layout (
    id text primary key,
    owner text not null references identity.account,
    name text not null,
    locked boolean not null,
    changed timestamptz not null
);
create unique index window_layout_name on identity.window_layout (owner, lower(name));

-- One window of a layout; places are in CSS pixels on the desktop that spans all monitors.
create table identity.window_place (
    layout text not null references identity.window_layout on delete cascade,
    position integer not null,
    page text not null,
    monitor text not null,
    x integer not null,
    y integer not null,
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    primary key (layout, position)
);
