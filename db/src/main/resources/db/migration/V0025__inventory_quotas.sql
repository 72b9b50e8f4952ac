-- How much of something the account may hold, and held when it was last counted. Without "most" the cloud does not tell the
-- limit. "holders" are ids of our channels, '*' for what serves all of them: the rest of "used" is not ours.
create table inventory.quota (
    word    text primary key,
    backend text not null,
    demand  text not null check (demand in ('CHANNELS', 'SHOWS', 'INSTALLATION', 'VIEWERS')),
    each    integer not null,
    code    text,
    most    bigint,
    own     boolean not null,
    used    bigint not null,
    holders text[] not null
);

alter table inventory.account add column quotas_at timestamptz;
alter table inventory.account add column quota_words text;
