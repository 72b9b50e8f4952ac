-- A pin also ends because nothing is left of its product.
alter table pins.pin drop constraint pin_ended_check;
alter table pins.pin add constraint pin_ended_check check (ended in ('HAND', 'CUE', 'SOLD_OUT', 'SHOW_OVER'));
