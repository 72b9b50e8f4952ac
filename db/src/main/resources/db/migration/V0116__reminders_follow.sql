-- Whether a viewer follows is asked for each pass into a chat, by their number alone.
create index signup_viewer on reminders.signup (viewer) where cancelled_at is null;
