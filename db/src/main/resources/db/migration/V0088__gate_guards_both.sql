-- A check that guards the approval can hold the start too: what the law wants of a show may break in between.
alter table scheduling.gate_kind add column holds_start boolean not null default false;
