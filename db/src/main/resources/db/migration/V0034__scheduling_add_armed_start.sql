-- The start that the backend's own schedule holds for the channel's run; null when it holds none.
alter table scheduling.channel_health
    add column armed_for timestamptz;
