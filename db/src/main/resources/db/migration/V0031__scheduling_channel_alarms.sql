-- Alarms that a backend's own watch keeps for shows, as they were at the last look; replaced by each look.
create table scheduling.channel_alarm (
    channel_id text not null references scheduling.resource (id),
    run        text not null,
    kind       text not null,
    part       text not null,
    state      text not null check (state in ('OK', 'RINGS', 'NO_DATA')),
    since      timestamptz,
    seen_at    timestamptz not null,
    primary key (channel_id, run, kind, part)
);
