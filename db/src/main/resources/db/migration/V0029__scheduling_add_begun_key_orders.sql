-- When a backend was first asked for a new key: from then on the old one may be gone.
alter table scheduling.key_order add column begun_at timestamptz;
