-- Where below each CDN of ours a channel's multivariant playlist lies, when its backend is the CDNs' origin.
alter table scheduling.channel_health add column origin_path text;

-- The variants and renditions that such an origin offers, as it was read from it: players are steered between CDNs by a playlist that
-- names them for each.
create table cdn.ladder (
    show_id text primary key,
    text    text not null,
    read_at timestamptz not null
);
