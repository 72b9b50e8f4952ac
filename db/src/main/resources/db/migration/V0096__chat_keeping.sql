-- How long what was said in chats is kept.
create table moderation.keeping (
    single     boolean primary key default true check (single),
    days       integer not null check (days between 7 and 3650),
    changed_at timestamptz,
    by_name    text
);
insert into moderation.keeping (days) values (180);
create index line_taken on moderation.line (taken_at);
create index deed_line on moderation.deed (line);
