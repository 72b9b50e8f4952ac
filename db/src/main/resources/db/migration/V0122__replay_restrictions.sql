-- Replays that were taken from viewers because somebody claims that they hurt their rights (임시조치). An open one ends by
-- itself; one that was decided on stays until it is lifted.
create schema replays;

create table replays.restriction (
    number     bigint generated always as identity primary key,
    show_id    text not null,
    ground     text not null check (ground in ('DEFAMATION', 'PRIVACY', 'COPYRIGHT', 'OTHER')),
    claim      text not null check (length(claim) <= 100),
    reason     text not null check (length(reason) <= 500),
    shown      boolean not null,
    state      text not null check (state in ('OPEN', 'KEPT', 'LIFTED', 'EXPIRED')),
    since      timestamptz not null,
    until      timestamptz not null,
    by_name    text not null,
    decided_at timestamptz,
    decided_by text,
    decided_why text
);
create unique index restriction_one on replays.restriction (show_id) where state in ('OPEN', 'KEPT');
comment on column replays.restriction.shown is 'whether viewers had it, or would have had it: then it comes back';
