ALTER TABLE deployments ADD sealed_headers bytea;

ALTER TABLE suite_runs ADD deployment_id uuid;
ALTER TABLE suite_runs ADD CONSTRAINT fk_suite_runs_deployments_deployment_id FOREIGN KEY (deployment_id) REFERENCES deployments (id) ON DELETE SET NULL;
CREATE INDEX ix_suite_runs_deployment_id ON suite_runs (deployment_id);

CREATE TABLE scenario_calls (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    run_id uuid,
    test_run_id character varying(100),
    scenario character varying(200),
    action character varying(20) NOT NULL,
    endpoint character varying(2000) NOT NULL,
    status integer,
    code character varying(100),
    error character varying(1000),
    duration_ms integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_scenario_calls PRIMARY KEY (id),
    CONSTRAINT fk_scenario_calls_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_scenario_calls_runs_run_id FOREIGN KEY (run_id) REFERENCES runs (id) ON DELETE SET NULL
);

CREATE INDEX ix_scenario_calls_application_id_id ON scenario_calls (application_id, id);
CREATE INDEX ix_scenario_calls_created_at ON scenario_calls (created_at);
CREATE INDEX ix_scenario_calls_run_id ON scenario_calls (run_id);
