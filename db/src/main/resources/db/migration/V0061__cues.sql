-- Cue sheets of shows: items with what is said and done, how far a rehearsal or a show has gone through them, and what the
-- host is told.
create schema cues;

create table cues.sheet (
    show_id    text primary key,
    version    integer not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create table cues.item (
    id       uuid primary key,
    show_id  text not null references cues.sheet (show_id),
    position integer not null check (position >= 0),
    title    text not null check (title <> ''),
    host     text not null,
    seconds  integer not null check (seconds > 0),
    lines    text not null,
    note     text not null,
    chapter  boolean not null,
    unique (show_id, position)
);
create table cues.act (
    item_id  uuid not null references cues.item (id) on delete cascade,
    position integer not null check (position >= 0),
    kind     text not null,
    target   text,
    primary key (item_id, position)
);
-- What became of a sheet stays when the sheet is changed, so it names items and does not refer to them.
create table cues.run (
    show_id    text not null,
    stage      text not null check (stage in ('REHEARSAL', 'AIR')),
    started_at timestamptz not null,
    primary key (show_id, stage)
);
create table cues.step (
    show_id    text not null,
    stage      text not null,
    item_id    uuid not null,
    started_at timestamptz not null,
    ended_at   timestamptz check (ended_at >= started_at),
    skipped    boolean not null,
    primary key (show_id, stage, item_id),
    foreign key (show_id, stage) references cues.run (show_id, stage)
);
create unique index step_going_on on cues.step (show_id, stage) where ended_at is null;
create table cues.act_report (
    show_id  text not null,
    stage    text not null,
    item_id  uuid not null,
    position integer not null,
    done     boolean not null,
    ko       text not null,
    en       text not null,
    at       timestamptz not null,
    primary key (show_id, stage, item_id, position)
);
create table cues.message (
    id         uuid primary key,
    show_id    text not null,
    level      text not null check (level in ('NOTE', 'WARN', 'URGENT')),
    words      text not null,
    said_at    timestamptz not null,
    said_by    text not null,
    seen_at    timestamptz,
    cleared_at timestamptz
);
create index message_show on cues.message (show_id) where cleared_at is null;
