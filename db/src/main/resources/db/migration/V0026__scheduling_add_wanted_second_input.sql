-- Whether a channel is to have a second input, where its backend has to make one. A channel as it was has none.
alter table scheduling.resource
    add column input_second boolean not null default false;
