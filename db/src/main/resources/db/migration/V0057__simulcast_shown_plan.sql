-- Plans of switches lie in a table of the shape that other rooms' plans have.
-- A plan counts for two minutes: those that were shown before the upgrade are forgotten.
create table simulcast.shown_plan (
    subject     text not null,
    press       text not null,
    wish        text not null,
    hash        text not null,
    made_at     timestamptz not null,
    approved_at timestamptz,
    settled_at  timestamptz,
    primary key (subject, press, wish, hash)
);
drop table simulcast.plan;
