-- How far behind what was taken viewers see it, and coupons that wait for them.

-- how many viewers saw what was taken less than one second ago, less than two, and so on
alter table cdn.watching add column behind bigint[] not null default '{}';

alter table offers.coupon add column fair_start boolean not null default false;
