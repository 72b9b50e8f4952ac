-- What each CDN carried on a day (Seoul): a commitment burns down day by day.
create table cdn.carried_day (
    day    date not null,
    cdn_id text not null references cdn.cdn (id),
    bytes  bigint not null,
    primary key (day, cdn_id)
);
