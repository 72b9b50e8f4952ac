-- Who wants to be told before a show begins, what they have agreed to and taken back (a ledger: nothing in it is changed), and what
-- was sent to whom.
create schema reminders;

create table reminders.signup (
    show_id      text not null,
    viewer       text not null,
    since        timestamptz not null,
    cancelled_at timestamptz,
    primary key (show_id, viewer)
);

create table reminders.consent (
    id     bigint generated always as identity primary key,
    viewer text not null,
    kind   text not null check (kind in ('AD', 'NIGHT')),
    given  boolean not null,
    words  text not null,
    at     timestamptz not null
);
create index consent_viewer on reminders.consent (viewer, kind, id desc);

create table reminders.push (
    show_id    text not null,
    kind       text not null check (kind in ('DAY', 'HOUR', 'SOON')),
    due_at     timestamptz not null,
    state      text not null check (state in ('PLANNED', 'SENT', 'SKIPPED')),
    ad         boolean not null,
    words      text not null,
    sent       integer not null check (sent >= 0),
    left_out   integer not null check (left_out >= 0),
    why        text,
    settled_at timestamptz,
    primary key (show_id, kind)
);

create table reminders.delivery (
    show_id text not null,
    kind    text not null,
    viewer  text not null,
    sent_at timestamptz not null,
    primary key (show_id, kind, viewer)
);
