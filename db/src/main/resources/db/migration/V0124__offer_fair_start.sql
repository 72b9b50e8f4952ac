-- Coupons that wait, when they are opened, for viewers who see the show late; and how long they waited the last time.
alter table offers.coupon add column fair_start boolean not null default false;
alter table offers.coupon add column waited_seconds integer not null default 0;
