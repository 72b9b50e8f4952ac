-- Members who are put out of the chats of all shows, from the one in which it was said; and deeds that count in all of them,
-- told to each other open chat by one that carries it there.
create table moderation.ban_everywhere (
    member  text primary key,
    show_id text not null,
    name    text not null,
    reason  text not null,
    by_name text not null,
    by_id   text not null,
    since   timestamptz not null,
    until   timestamptz
);
alter table moderation.deed
    add everywhere boolean not null default false,
    add carried    boolean not null default false;
