-- Every call of ours that changes something in the account, written down before it leaves and again when it is answered, and
-- what the account's own trail tells of it. What the trail tells of our things and we have not called is somebody else's act.
create table inventory.call (
    id          uuid primary key,
    service     text not null,
    operation   text not null,
    resource    text not null,
    names       text[] not null,
    channel_id  text,
    show_id     text,
    asked_name  text not null,
    asked_for   text,
    sent_at     timestamptz not null,
    outcome     text not null check (outcome in ('UNKNOWN', 'DONE', 'REFUSED')),
    request_id  text,
    words       text,
    in_trail    boolean not null,
    event_id    text,
    event_at    timestamptz,
    event_error text,
    principal   text,
    source      text
);
create index call_sent on inventory.call (sent_at desc, id desc);
create index call_request on inventory.call (request_id);
create index call_unseen on inventory.call (sent_at) where in_trail and event_id is null;
create index call_names on inventory.call using gin (names);
create index call_principal on inventory.call (principal);

create table inventory.foreign_act (
    event_id   text primary key,
    service    text not null,
    operation  text not null,
    resource   text not null,
    channel_id text,
    at         timestamptz not null,
    request_id text,
    error      text,
    principal  text not null,
    source     text,
    as_us      boolean not null,
    told_at    timestamptz not null
);
create index foreign_act_at on inventory.foreign_act (at desc, event_id desc);
create index foreign_act_request on inventory.foreign_act (request_id);

-- Up to when the trail was read whole, and why it could not be at the last try.
create table inventory.trail (
    id      text primary key,
    read_at timestamptz,
    words   text
);
