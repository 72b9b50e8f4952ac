-- Filters of a page under a name: a person's own, or shared with everybody.
create table identity.saved_view (
    id text primary key,
    owner text not null references identity.account,
    page text not null,
    name text not null,
    query text not null,
    shared boolean not null,
    created timestamptz not null
);
create unique index saved_view_name on identity.saved_view (owner, page, lower(name));
create index saved_view_shared on identity.saved_view (page) where shared;
