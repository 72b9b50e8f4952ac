-- The room `scheduling`: resources of one reservation, shows, and each state a show has passed.
create extension if not exists btree_gist;
create schema scheduling;

create sequence scheduling.show_number start 10001;
create sequence scheduling.channel_number;
create sequence scheduling.studio_number;
create sequence scheduling.host_number;

-- Channels, studios and hosts are one kind of thing to a reservation, so they are one table.
create table scheduling.resource (
    id          text primary key,
    kind        text not null check (kind in ('CHANNEL', 'STUDIO', 'HOST')),
    name        text not null,
    backend     text,
    studio_id   text references scheduling.resource (id),
    warm_up_s   integer not null default 0 check (warm_up_s between 0 and 3600),
    grace_s     integer not null default 0 check (grace_s between 0 and 3600),
    archived_at timestamptz,
    version     integer not null default 0,
    created_at  timestamptz not null,
    created_by  text not null,
    check ((kind = 'CHANNEL') = (backend is not null))
);
create unique index resource_name on scheduling.resource (kind, lower(name)) where archived_at is null;

-- Only the hash is kept; the clear key is shown once.
create table scheduling.stream_key (
    id          uuid primary key,
    channel_id  text not null references scheduling.resource (id),
    sha256      text not null unique,
    created_at  timestamptz not null,
    created_by  text not null,
    valid_until timestamptz
);
create index stream_key_channel on scheduling.stream_key (channel_id);

create table scheduling.show (
    id               text primary key,
    version          integer not null,
    seq              integer not null,
    state            text not null,
    title            text not null,
    description      text not null,
    channel_id       text not null references scheduling.resource (id),
    studio_id        text references scheduling.resource (id),
    hosts            text[] not null,
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    -- As they were when the channel was taken: a later change of the channel does not widen a reservation.
    warm_up_s        integer not null,
    grace_s          integer not null,
    source           text not null check (source in ('INPUT', 'TEST', 'FILE')),
    replay_of        text,
    file             text,
    reconnect_s      integer not null check (reconnect_s between 0 and 1800),
    slate_soon       text,
    slate_reconnect  text,
    slate_ended      text,
    slate_emergency  text,
    tier             integer not null check (tier between 1 and 3),
    created_at       timestamptz not null,
    created_by       text not null,
    created_name     text not null,
    changed_at       timestamptz not null,
    changed_by       text not null,
    changed_name     text not null,
    approved_at      timestamptz,
    approved_by      text,
    approved_name    text,
    approved_terms   text,
    review_comment   text,
    run_no           integer not null,
    run_channel      text,
    run_open         boolean not null,
    prepared         text,
    private_key      text,
    rehearsal_until  timestamptz,
    slate_on         boolean not null,
    override_reason  text,
    on_air_at        timestamptz,
    ended_at         timestamptz,
    replay_wanted    boolean not null,
    replay_delay_s   bigint not null,
    replay_at        timestamptz,
    replay_published boolean not null
);
create index show_by_time on scheduling.show (starts_at, id);
create index show_by_channel on scheduling.show (channel_id, starts_at);
create index show_open on scheduling.show (state)
    where state in ('APPROVED', 'REHEARSAL', 'STANDBY', 'ON_AIR', 'ENDED') or run_open;

-- Each state is passed once: the number of the step belongs to one row only.
create table scheduling.transition (
    show_id    text not null references scheduling.show (id),
    seq        integer not null,
    from_state text not null,
    to_state   text not null,
    actor      text not null,
    actor_name text not null,
    source     text not null,
    reason     text not null,
    at         timestamptz not null,
    unique (show_id, seq)
);

-- One resource, one show at a time. Not deferrable: INSERT ... ON CONFLICT DO NOTHING needs that.
create table scheduling.reservation (
    resource_id text not null references scheduling.resource (id),
    show_id     text not null references scheduling.show (id),
    purpose     text not null check (purpose in ('SHOW', 'REHEARSAL')),
    during      tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
    constraint one_at_a_time exclude using gist (resource_id with =, during with &&)
);
create index reservation_show on scheduling.reservation (show_id);
