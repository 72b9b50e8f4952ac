-- Members who are out for a while only, and what moderators keep about a member across shows.
alter table moderation.ban add column until timestamptz;
alter table moderation.deed add column until timestamptz;
create index deed_member on moderation.deed (member, number);

create table moderation.note (
    number  bigint generated always as identity primary key,
    member  text not null,
    show_id text not null,
    text    text not null check (length(text) between 1 and 500),
    by_name text not null,
    at      timestamptz not null
);
create index note_member on moderation.note (member, number);

create index line_show_at on moderation.line (show_id, at);
