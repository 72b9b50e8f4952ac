-- How many saw their first picture within so many milliseconds: the steps, and how many of each. Empty where nobody told by steps.
alter table cdn.watching
    add column begun_within bigint[] not null default '{}',
    add column begun        bigint[] not null default '{}';
