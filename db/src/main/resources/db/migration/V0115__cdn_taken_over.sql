-- A move that a person began and the rule stages on: how much was the person's. And who staged a move last.
alter table cdn.move
    add column own_percent integer check (own_percent between 1 and 100),
    add column staged_by text;
