-- The CDNs viewers are served by, the policy that chooses among them, and what is published of it.
create schema cdn;

create table cdn.cdn (
    id            text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,29}$'),
    name          text not null,
    audience      text not null check (audience in ('DOMESTIC', 'GLOBAL')),
    regions       text[] not null,
    base_url      text not null,
    health_url    text,
    capacity_mbps integer check (capacity_mbps > 0),
    capabilities  text[] not null,
    tokens        text not null check (tokens in ('NONE', 'QUERY_HMAC', 'SIGNED_URL', 'SIGNED_COOKIE')),
    commitment_gb bigint check (commitment_gb > 0),
    retired       boolean not null,
    version       integer not null,
    changed_by    text not null,
    changed_at    timestamptz not null
);

-- What a gigabyte costs from a monthly volume on; who said so, and when.
create table cdn.price (
    cdn_id     text not null references cdn.cdn (id),
    from_gb    bigint not null check (from_gb >= 0),
    won_per_gb numeric(12, 4) not null check (won_per_gb >= 0),
    source     text not null,
    as_of      date not null,
    primary key (cdn_id, from_gb)
);

create table cdn.policy (
    number   integer primary key,
    note     text not null,
    restored integer references cdn.policy (number),
    made_by  text not null,
    made_at  timestamptz not null
);

-- Most particular first; what is null is any.
create table cdn.branch (
    policy   integer not null references cdn.policy (number),
    position integer not null,
    id       text not null,
    country  text,
    isp      text,
    device   text check (device in ('MOBILE', 'DESKTOP', 'TV')),
    tier     integer check (tier between 1 and 3),
    primary key (policy, id),
    unique (policy, position)
);

create table cdn.weight (
    policy  integer not null,
    branch  text not null,
    cdn_id  text not null references cdn.cdn (id),
    percent integer not null check (percent between 0 and 100),
    primary key (policy, branch, cdn_id),
    foreign key (policy, branch) references cdn.branch (policy, id)
);

-- Viewers who are moved away from a CDN, whatever the policy says.
create table cdn.move (
    number   bigint generated always as identity primary key,
    from_cdn text not null references cdn.cdn (id),
    to_cdn   text references cdn.cdn (id),
    show_id  text,
    branch   text,
    percent  integer not null check (percent between 1 and 100),
    reason   text not null,
    automatic boolean not null,
    staged_at timestamptz not null,
    version  integer not null,
    begun_by text not null,
    begun_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    check (from_cdn <> to_cdn),
    check ((ended_by is null) = (ended_at is null))
);
create unique index move_under_way on cdn.move (from_cdn, coalesce(show_id, ''), coalesce(branch, '')) where ended_at is null;

-- Which of a branch's hundred buckets of viewers is served by which CDN, and the CDNs its playlists name.
create table cdn.assignment (
    show_id  text not null,
    branch   text not null,
    buckets  text[] not null check (cardinality(buckets) = 100),
    declared text[] not null,
    primary key (show_id, branch)
);

-- What lies where viewers read it.
create table cdn.object (
    show_id text not null,
    path    text not null,
    digest  text not null,
    primary key (show_id, path)
);

-- What was seen of a show through a CDN, for an hour.
create table cdn.look (
    number      bigint generated always as identity primary key,
    show_id     text not null,
    cdn_id      text not null references cdn.cdn (id),
    at          timestamptz not null,
    -- 200: all came; 0: no answer
    status      integer not null,
    playlist_ms integer,
    segment_ms  integer,
    age_ms      bigint
);
create index look_of_show on cdn.look (show_id, cdn_id, at desc, number desc);

-- When viewers are moved without a press. No row: as it comes.
create table cdn.rule (
    only_one        boolean primary key check (only_one),
    enabled         boolean not null,
    late_ms         integer not null,
    stale_seconds   integer not null,
    looks           integer not null,
    step            integer not null,
    healthy_minutes integer not null,
    version         integer not null,
    changed_by      text not null,
    changed_at      timestamptz not null
);

-- What players told within ten seconds, by show, CDN, country and network.
create table cdn.watching (
    slot       timestamptz not null,
    show_id    text not null,
    cdn_id     text not null,
    country    text not null,
    isp        text not null,
    viewers    integer not null,
    starts     integer not null,
    start_ms   bigint not null,
    played_ms  bigint not null,
    stalled_ms bigint not null,
    failed     integer not null,
    elsewhere  integer not null,
    bytes      bigint not null,
    kbps       bigint not null,
    primary key (slot, show_id, cdn_id, country, isp)
);

-- How far it was read.
create table cdn.watching_mark (
    only_one boolean primary key check (only_one),
    next     bigint not null
);

-- What each CDN carried in a month (Seoul), and since when it was counted.
create table cdn.carried (
    month  text not null check (month ~ '^\d{4}-\d{2}$'),
    cdn_id text not null references cdn.cdn (id),
    bytes  bigint not null,
    since  timestamptz not null,
    primary key (month, cdn_id)
);
