CREATE TABLE schedule_turns (
    schedule_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    schedule_version integer NOT NULL,
    due_at timestamp with time zone,
    problem text,
    CONSTRAINT pk_schedule_turns PRIMARY KEY (schedule_id),
    CONSTRAINT fk_schedule_turns_schedules_schedule_id FOREIGN KEY (schedule_id) REFERENCES schedules (id) ON DELETE CASCADE
);

CREATE INDEX ix_schedule_turns_due_at ON schedule_turns (due_at);
