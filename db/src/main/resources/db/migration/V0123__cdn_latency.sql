-- How many viewers saw what was taken less than one second ago, less than two, and so on.
alter table cdn.watching add column behind bigint[] not null default '{}';
