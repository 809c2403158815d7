CREATE TABLE device_locks (
    device character varying(200) NOT NULL,
    fence bigint NOT NULL,
    worker_id uuid,
    run_id uuid,
    lease_until timestamp with time zone,
    CONSTRAINT pk_device_locks PRIMARY KEY (device)
);

CREATE UNLOGGED TABLE run_frames (
    run_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    bytes bytea NOT NULL,
    CONSTRAINT pk_run_frames PRIMARY KEY (run_id)
);

CREATE TABLE workers (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    slots integer NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    draining boolean NOT NULL,
    CONSTRAINT pk_workers PRIMARY KEY (id)
);

CREATE TABLE queue_turns (
    organization_id uuid NOT NULL,
    served_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_queue_turns PRIMARY KEY (organization_id),
    CONSTRAINT fk_queue_turns_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
);

CREATE TABLE suite_runs (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    number integer NOT NULL,
    branch_id uuid,
    status character varying(40) NOT NULL,
    trigger character varying(20) NOT NULL,
    schedule_id uuid,
    author_id uuid,
    url character varying(2000),
    commit character varying(64),
    total integer NOT NULL,
    passed integer NOT NULL,
    failed integer NOT NULL,
    errors integer NOT NULL,
    cancelled integer NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_suite_runs PRIMARY KEY (id),
    CONSTRAINT fk_suite_runs_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);

CREATE TABLE runs (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    suite_run_id uuid NOT NULL,
    test_id uuid,
    plan_id uuid,
    branch_id uuid,
    title character varying(500) NOT NULL,
    path character varying(500) NOT NULL,
    position integer NOT NULL,
    status character varying(40) NOT NULL,
    failure_kind character varying(40),
    reasoning text NOT NULL,
    request jsonb NOT NULL,
    priority integer NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    ended_at timestamp with time zone,
    duration_ms integer,
    cost numeric(12,6),
    fence bigint NOT NULL,
    claims integer NOT NULL,
    attempt integer NOT NULL,
    worker_id uuid,
    worker character varying(200),
    lease_until timestamp with time zone,
    cancel_requested_at timestamp with time zone,
    last_sequence bigint NOT NULL,
    steps_total integer NOT NULL,
    steps_done integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_runs PRIMARY KEY (id),
    CONSTRAINT fk_runs_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_runs_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE SET NULL,
    CONSTRAINT fk_runs_suite_runs_suite_run_id FOREIGN KEY (suite_run_id) REFERENCES suite_runs (id) ON DELETE CASCADE,
    CONSTRAINT fk_runs_tests_test_id FOREIGN KEY (test_id) REFERENCES tests (id) ON DELETE SET NULL
);

CREATE TABLE artifacts (
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    attempt integer NOT NULL,
    name character varying(300) NOT NULL,
    kind character varying(20) NOT NULL,
    size bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_artifacts PRIMARY KEY (id),
    CONSTRAINT fk_artifacts_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE environment_instances (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    run_id uuid,
    fence bigint NOT NULL,
    test_run_id character varying(100) NOT NULL,
    scenario character varying(200) NOT NULL,
    endpoint character varying(2000) NOT NULL,
    protocol character varying(10) NOT NULL,
    state character varying(40) NOT NULL,
    token text,
    instance character varying(200),
    earlier text[] NOT NULL,
    problem text,
    sweep_attempts integer NOT NULL,
    sweep_after timestamp with time zone,
    removed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_environment_instances PRIMARY KEY (id),
    CONSTRAINT fk_environment_instances_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_environment_instances_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE SET NULL
);

CREATE TABLE heals (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    test_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    run_id uuid,
    base_hash character varying(64) NOT NULL,
    content text NOT NULL,
    heals jsonb NOT NULL,
    state character varying(40) NOT NULL,
    decided_by_id uuid,
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_heals PRIMARY KEY (id),
    CONSTRAINT fk_heals_branches_branch_id FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE CASCADE,
    CONSTRAINT fk_heals_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE SET NULL,
    CONSTRAINT fk_heals_tests_test_id FOREIGN KEY (test_id) REFERENCES tests (id) ON DELETE CASCADE
);

CREATE TABLE recordings (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    test_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    run_id uuid,
    content text NOT NULL,
    hash character varying(64) NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_recordings PRIMARY KEY (id),
    CONSTRAINT fk_recordings_branches_branch_id FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE CASCADE,
    CONSTRAINT fk_recordings_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE SET NULL,
    CONSTRAINT fk_recordings_tests_test_id FOREIGN KEY (test_id) REFERENCES tests (id) ON DELETE CASCADE
);

CREATE TABLE run_attempts (
    run_id uuid NOT NULL,
    fence bigint NOT NULL,
    organization_id uuid NOT NULL,
    worker_id uuid NOT NULL,
    worker character varying(200) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome character varying(20),
    CONSTRAINT pk_run_attempts PRIMARY KEY (run_id, fence),
    CONSTRAINT fk_run_attempts_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE run_events (
    run_id uuid NOT NULL,
    sequence bigint NOT NULL,
    organization_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    data jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_run_events PRIMARY KEY (run_id, sequence),
    CONSTRAINT fk_run_events_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE TABLE run_results (
    run_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    tries jsonb NOT NULL,
    CONSTRAINT pk_run_results PRIMARY KEY (run_id),
    CONSTRAINT fk_run_results_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE CASCADE
);
CREATE INDEX ix_artifacts_created_at ON artifacts (created_at);
CREATE UNIQUE INDEX ix_artifacts_run_id_attempt_name ON artifacts (run_id, attempt, name);
CREATE INDEX ix_environment_instances_application_id_id ON environment_instances (application_id, id);
CREATE INDEX ix_environment_instances_open ON environment_instances (sweep_after) WHERE state IN ('Sent', 'Standing') OR cardinality(earlier) > 0;
CREATE INDEX ix_environment_instances_run_id ON environment_instances (run_id);
CREATE UNIQUE INDEX ix_environment_instances_test_run_id ON environment_instances (test_run_id);
CREATE INDEX ix_heals_application_id_state ON heals (application_id, state);
CREATE INDEX ix_heals_branch_id ON heals (branch_id);
CREATE UNIQUE INDEX ix_heals_open ON heals (test_id, branch_id) WHERE state = 'Proposed';
CREATE INDEX ix_heals_run_id ON heals (run_id);
CREATE INDEX ix_recordings_application_id ON recordings (application_id);
CREATE INDEX ix_recordings_branch_id ON recordings (branch_id);
CREATE INDEX ix_recordings_run_id ON recordings (run_id);
CREATE UNIQUE INDEX ix_recordings_test_id_branch_id ON recordings (test_id, branch_id);
CREATE INDEX ix_runs_application_id_id ON runs (application_id, id);
CREATE INDEX ix_runs_organization_id_id ON runs (organization_id, id);
CREATE INDEX ix_runs_passed ON runs (test_id, ended_at) WHERE status = 'Passed';
CREATE INDEX ix_runs_plan_id ON runs (plan_id);
CREATE INDEX ix_runs_queued ON runs (application_id, priority DESC, id) WHERE status = 'Queued';
CREATE INDEX ix_runs_running ON runs (lease_until) WHERE status = 'Running';
CREATE INDEX ix_runs_suite_run_id ON runs (suite_run_id);
CREATE INDEX ix_runs_test_id_id ON runs (test_id, id);
CREATE UNIQUE INDEX ix_suite_runs_application_id_number ON suite_runs (application_id, number);
CREATE INDEX ix_suite_runs_open ON suite_runs (id) WHERE status IN ('Queued', 'Running');
CREATE INDEX ix_suite_runs_organization_id_id ON suite_runs (organization_id, id);
