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

-- What has a name of ours and not our tag may be adopted by a plan, as an orphan is removed by one.
alter table inventory.removal drop constraint removal_deed_check;
alter table inventory.removal add constraint removal_deed_check check (deed in ('STOP', 'REMOVE', 'ADOPT'));
