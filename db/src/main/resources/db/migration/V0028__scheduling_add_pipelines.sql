-- How many encoders of the same picture run and should run; both 0 where the backend has one or does not tell.
alter table scheduling.channel_health
    add column pipelines_running integer not null default 0,
    add column pipelines         integer not null default 0;
