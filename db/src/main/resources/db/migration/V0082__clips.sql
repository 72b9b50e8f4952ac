-- Clips that are wanted of a show's recording, and what has become of each. The files lie with the recordings' backend.
create schema clips;

create table clips.clip (
    id          uuid primary key,
    show_id     text not null,
    backend     text not null,
    title       text not null check (length(title) between 1 and 80),
    from_at     timestamptz not null,
    to_at       timestamptz not null,
    position_ms bigint not null check (position_ms >= 0),
    length_ms   bigint not null check (length_ms > 0),
    state       text not null check (state in ('WAITING', 'CUTTING', 'READY', 'FAILED')),
    attempt     int not null default 0,
    problem     text,
    words       text,
    plays_ms    bigint,
    bytes       bigint,
    sha256      text,
    play_key    text,
    shown       boolean not null default false,
    source      uuid,
    made_at     timestamptz not null,
    made_by     text not null,
    removed_at  timestamptz,
    check (to_at > from_at),
    check (state <> 'READY' or (plays_ms is not null and bytes is not null and sha256 is not null and play_key is not null))
);
create index clip_show on clips.clip (show_id, from_at);
create unique index clip_once on clips.clip (show_id, position_ms, length_ms) where removed_at is null;
