-- A move that goes from stage to stage by itself, and why it no longer does.
alter table cdn.move
    add column advance_seconds integer check (advance_seconds between 15 and 3600),
    add column stopped text;
