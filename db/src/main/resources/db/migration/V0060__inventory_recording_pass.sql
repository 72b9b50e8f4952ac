-- All objects of a recording are asked for their copies, page by page: how far that is, what was found so far, and whether all have
-- been asked once and were well.
alter table inventory.recording add column pass_from integer not null default 0;
alter table inventory.recording add column pass_checked integer not null default 0;
alter table inventory.recording add column pass_ruled integer not null default 0;
alter table inventory.recording add column pass_copying integer not null default 0;
alter table inventory.recording add column pass_failed integer not null default 0;
alter table inventory.recording add column pass_failed_key text;
alter table inventory.recording add column whole boolean not null default false;
