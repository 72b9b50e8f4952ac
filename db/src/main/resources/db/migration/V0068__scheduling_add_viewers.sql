-- How many watch where the backend itself serves viewers, and the last of its limits that was broken; null where it does not tell.
alter table scheduling.channel_health add column viewers integer;
alter table scheduling.channel_health add column broken_limit text;
