-- A line that moderators hold up in the chat of a show: one at a time, and what was before.
create table moderation.pinned (
    number   bigint generated always as identity primary key,
    show_id  text not null,
    line     bigint not null references moderation.line (number),
    by_name  text not null,
    at       timestamptz not null,
    until    timestamptz,
    until_by text,
    check ((until is null) = (until_by is null))
);
create unique index pinned_now on moderation.pinned (show_id) where until is null;
create index pinned_show on moderation.pinned (show_id, number);
