-- Where viewers play what the encoder of a channel sends, as its backend says; null where our own edges serve it.
alter table scheduling.channel_health
    add column playback text;
