-- How many viewers who say the same within how long make a raid.
alter table moderation.keeping
    add column raid_members integer not null default 5 check (raid_members between 2 and 100),
    add column raid_seconds integer not null default 60 check (raid_seconds between 10 and 600);
