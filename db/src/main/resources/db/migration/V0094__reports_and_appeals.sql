-- What viewers report of a chat, and what somebody who was banned says against it.
create table moderation.report (
    number     bigint generated always as identity primary key,
    line       bigint not null references moderation.line (number),
    show_id    text not null,
    reporter   text not null,
    why        text not null check (why in ('ABUSE', 'SPAM', 'PERSONAL', 'FALSE', 'OTHER')),
    at         timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    upheld     boolean,
    unique (line, reporter),
    check ((settled_at is null) = (upheld is null) and (settled_at is null) = (settled_by is null))
);
create index report_open on moderation.report (show_id, line) where settled_at is null;
create index report_reporter on moderation.report (reporter, at);

alter table moderation.ban add column by_id text;

create table moderation.appeal (
    number     bigint generated always as identity primary key,
    show_id    text not null,
    member     text not null,
    name       text not null,
    text       text not null check (length(text) between 1 and 500),
    at         timestamptz not null,
    ban_reason text not null,
    ban_by     text not null,
    ban_by_id  text,
    ban_since  timestamptz not null,
    settled_at timestamptz,
    settled_by text,
    granted    boolean,
    answer     text not null default '',
    unique (show_id, member, ban_since),
    check ((settled_at is null) = (granted is null) and (settled_at is null) = (settled_by is null))
);
create index appeal_open on moderation.appeal (show_id, number) where settled_at is null;
