-- Simulcast: where else shows may be sent, for which shows it is switched on, what was last seen of each output, and the
-- plans that were shown. A target's stream key lies here only closed; what opens it lies in a file beside the database.
create schema simulcast;

create table simulcast.target (
    id         text primary key,
    name       text not null,
    address    text not null,
    backup     text,
    sealed     text not null,
    version    integer not null check (version >= 1),
    disabled   boolean not null,
    created_at timestamptz not null,
    created_by text not null,
    removed_at timestamptz,
    check ((sealed = '') = (removed_at is not null))
);
create unique index target_name on simulcast.target (name) where removed_at is null;

create table simulcast.switch (
    show_id      text not null,
    target_id    text not null references simulcast.target (id),
    switched_on  boolean not null,
    switched_at  timestamptz not null,
    switched_by  text not null,
    seen_state   text check (seen_state in ('WAITING', 'CONNECTING', 'SENDING', 'FAILED')),
    seen_version integer not null,
    seen_since   timestamptz,
    code         text,
    words        text,
    retry_at     timestamptz,
    kbps         integer,
    fps          integer,
    seen_at      timestamptz,
    fault        text,
    primary key (show_id, target_id)
);
create index switch_target on simulcast.switch (target_id);

create table simulcast.plan (
    id         uuid primary key,
    show_id    text not null,
    target_id  text not null references simulcast.target (id),
    wanted_on  boolean not null,
    hash       text not null,
    planned_at timestamptz not null
);
create index plan_switch on simulcast.plan (show_id, target_id, planned_at);
