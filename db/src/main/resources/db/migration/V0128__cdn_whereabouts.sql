-- Where players said they are when they asked for their order, by where it had sent them: in slots of ten seconds, for three days.
create table cdn.whereabouts (
    slot      timestamptz not null,
    show_id   text not null,
    branch    text not null,
    cdn_id    text not null,
    asked     integer not null check (asked > 0),
    elsewhere integer not null,
    seconds   integer not null,
    primary key (slot, show_id, branch, cdn_id)
);

-- How many viewers it was whose picture stood still, and who missed an answer: one of them is no trouble of a CDN. 0 where nobody counted.
alter table cdn.watching
    add column stood   integer not null default 0,
    add column failing integer not null default 0;
