-- Two inputs a channel, each with keys of its own; what may happen to them without a hand.
alter table scheduling.stream_key
    add column input text not null default 'A' check (input in ('A', 'B'));
alter table scheduling.resource
    add column input_automatic boolean not null default true,
    add column input_return_s  integer check (input_return_s between 1 and 3600);
alter table scheduling.channel_health
    add column active_input text not null default 'A' check (active_input in ('A', 'B')),
    add column inputs       jsonb not null default '[]';

-- Every switch that was seen. "at" is the backend's clock; the gap is from the last picture of the one input to the first
-- of the other, null where the one had none.
create table scheduling.input_switch (
    channel_id text not null references scheduling.resource (id),
    at         timestamptz not null,
    show_id    text not null references scheduling.show (id),
    run        text,
    to_input   text not null check (to_input in ('A', 'B')),
    by_hand    boolean not null,
    gap_ms     bigint check (gap_ms >= 0),
    primary key (channel_id, at)
);
create index input_switch_show on scheduling.input_switch (show_id, at);
