-- The last sample of each channel. Ages are measured by received_at, our own clock; sampled_at is the backend's.
create table scheduling.channel_health (
    channel_id        text primary key references scheduling.resource (id),
    run               text,
    show_id           text,
    state             text not null,
    warm_up           boolean not null,
    slate_forced      boolean not null,
    output            text not null,
    connected         boolean not null,
    connected_since   timestamptz,
    lost_since        timestamptz,
    encoder           text,
    width             integer,
    height            integer,
    fps               double precision,
    video_kbps        integer,
    audio             boolean not null,
    black_since       timestamptz,
    freeze_since      timestamptz,
    silence_since     timestamptz,
    file_ended        boolean not null,
    reconnect_expired boolean not null,
    seconds           double precision not null,
    sampled_at        timestamptz not null,
    received_at       timestamptz not null
);

create table scheduling.recording (
    show_id    text primary key references scheduling.show (id),
    complete   boolean not null,
    bytes      bigint not null,
    seconds    double precision not null,
    spans      jsonb not null,
    at         timestamptz not null
);

-- One row for all nodes: while it is held nothing starts or stops by itself. The epoch makes every node take the
-- present time as right when somebody has confirmed it.
create table scheduling.clock_hold (
    one          boolean primary key default true check (one),
    held         boolean not null,
    epoch        integer not null,
    node         text,
    step_ms      bigint not null,
    since        timestamptz,
    ended_at     timestamptz,
    confirmed_by text
);
insert into scheduling.clock_hold (held, epoch, step_ms) values (false, 0, 0);
