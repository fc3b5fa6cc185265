-- Steps that connected systems are doing are few among all; a sweep looks for those whose job is lost.
create index task_step_under_way on task_step (task_id) where run is not null;
