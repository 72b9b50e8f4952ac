-- Since when an output of a target fails without having been well again in between; null while it is well.
alter table simulcast.switch add column failing_since timestamptz;
