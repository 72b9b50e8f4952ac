-- The plans that were shown before a press, of shows and of channels alike: by its hash a plan is approved, and compared with
-- what is about to be called. A plan counts for two minutes: those that were shown before the upgrade are forgotten.
create table scheduling.shown_plan (
    subject     text not null,
    press       text not null,
    wish        text not null,
    hash        text not null,
    made_at     timestamptz not null,
    approved_at timestamptz,
    settled_at  timestamptz,
    primary key (subject, press, wish, hash)
);
drop table scheduling.press_plan;

-- The plan by which a new key was asked for; null for a question that makes nothing.
alter table scheduling.key_order add column plan text;
