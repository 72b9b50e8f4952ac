-- Where below each CDN a show lay that came from an origin of its backend: to be purged there when it is over, too.
create table cdn.place (
    show_id text primary key,
    path    text not null
);

-- In which folders of the CDN a purge takes it away.
alter table cdn.purge add column folders text[] not null default '{}';
