-- Dispute packs: each made for one order, kept in parts; the shows that are held because of them, what was seen of their
-- recordings, and the keys that seal packs.
create schema disputes;
create sequence disputes.pack_number;
create sequence disputes.hold_number;

create table disputes.pack (
    id          text primary key,
    order_id    text not null,
    show_id     text not null,
    backend     text not null,
    ordered_at  timestamptz not null,
    state       text not null check (state in ('WAITING', 'CUTTING', 'SEALING', 'READY')),
    clip        uuid not null,
    missing     text[] not null default '{}',
    made_at     timestamptz not null,
    made_by     text not null,
    made_name   text not null,
    ready_at    timestamptz,
    bytes       bigint,
    sha256      text,
    manifest    text,
    seal        text,
    check ((state = 'READY') = (ready_at is not null)),
    check ((state = 'READY') = (sha256 is not null))
);
create index pack_order on disputes.pack (order_id);
create unique index pack_making on disputes.pack (order_id) where state <> 'READY';
create index pack_sha256 on disputes.pack (sha256);

create table disputes.pack_part (
    pack_id text not null references disputes.pack (id),
    nr      integer not null check (nr >= 0),
    content bytea not null,
    primary key (pack_id, nr)
);

create table disputes.hold (
    id            text primary key,
    show_id       text not null,
    order_id      text not null,
    reason        text not null,
    held_at       timestamptz not null,
    held_name     text not null,
    released_at   timestamptz,
    released_name text,
    because       text,
    check ((released_at is null) = (because is null))
);
create unique index hold_open on disputes.hold (show_id, order_id) where released_at is null;
create index hold_show on disputes.hold (show_id);

create table disputes.recording (
    show_id   text primary key,
    state     text not null check (state in ('THERE', 'HELD', 'GONE', 'ELSEWHERE')),
    ours      boolean not null,
    cut_short boolean not null,
    bytes     bigint not null,
    seen_at   timestamptz not null
);

create table disputes.seal_key (
    id          text primary key,
    public_key  text not null,
    private_key text not null,
    made_at     timestamptz not null
);
