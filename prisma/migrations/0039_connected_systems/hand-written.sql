-- One effect of a kind on a target, until its step is taken back.
create unique index system_effect_once on system_effect (scope, system_key, what, target) where ended_at is null;
