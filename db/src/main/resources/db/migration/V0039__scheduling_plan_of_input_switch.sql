-- A switch to another input is planned before it is pressed, as the other presses are.
alter table scheduling.press_plan drop constraint press_plan_press_check;
alter table scheduling.press_plan add constraint press_plan_press_check
    check (press in ('REHEARSE', 'GO_ON_AIR', 'SLATE_ON', 'SLATE_OFF', 'STOP', 'INPUT_A', 'INPUT_B'));
