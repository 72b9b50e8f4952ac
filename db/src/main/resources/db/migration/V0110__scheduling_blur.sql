-- The picture of a show on air may be blurred for its viewers: what is wanted, and what its channel was last seen to do.
alter table scheduling.show add column blur_on boolean not null default false;
alter table scheduling.channel_health add column blurred boolean not null default false;
