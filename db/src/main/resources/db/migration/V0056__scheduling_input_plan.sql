-- What was approved with the rules of a channel's inputs and has not been called yet: by the run that was open (now_hash), and by
-- the next one (calls, by their digests). It lies here until that run is made ready.
create table scheduling.input_plan (
    channel_id text primary key references scheduling.resource (id),
    run        text,
    now_hash   text,
    calls      text[] not null,
    was        jsonb not null,
    back       jsonb not null
);
comment on column scheduling.input_plan.was is 'rules of the last run: what the calls are more than';
comment on column scheduling.input_plan.back is 'rules before the last press: what is taken back to';
