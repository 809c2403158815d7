CREATE TABLE idempotent_answers (
    id uuid NOT NULL,
    key character varying(400) NOT NULL,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    content_type character varying(100),
    location character varying(500),
    body bytea,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_idempotent_answers PRIMARY KEY (id)
);

CREATE TABLE protection_keys (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT pk_protection_keys PRIMARY KEY (id)
);

CREATE TABLE audit_log (
    id uuid NOT NULL,
    user_id uuid,
    api_key_id uuid,
    actor character varying(256) NOT NULL,
    action character varying(80) NOT NULL,
    subject_id uuid,
    subject character varying(500) NOT NULL,
    details jsonb,
    address character varying(64),
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_audit_log PRIMARY KEY (id),
    CONSTRAINT fk_audit_log_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
);

CREATE TABLE webhooks (
    id uuid NOT NULL,
    url character varying(2000) NOT NULL,
    description character varying(500) NOT NULL,
    events text[] NOT NULL,
    sealed_secret bytea NOT NULL,
    is_enabled boolean NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_webhooks PRIMARY KEY (id),
    CONSTRAINT fk_webhooks_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE
);

CREATE TABLE api_keys (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    prefix character varying(20) NOT NULL,
    hash bytea NOT NULL,
    scopes text[] NOT NULL,
    role character varying(40) NOT NULL,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    created_by_id uuid,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_api_keys PRIMARY KEY (id),
    CONSTRAINT fk_api_keys_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE,
    CONSTRAINT fk_api_keys_users_created_by_id FOREIGN KEY (created_by_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE TABLE invitations (
    id uuid NOT NULL,
    email character varying(256) NOT NULL,
    role character varying(40) NOT NULL,
    token_hash bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    invited_by_id uuid,
    accepted_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_invitations PRIMARY KEY (id),
    CONSTRAINT fk_invitations_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE CASCADE,
    CONSTRAINT fk_invitations_users_invited_by_id FOREIGN KEY (invited_by_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE TABLE sessions (
    id uuid NOT NULL,
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    organization_id uuid,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    address character varying(64),
    user_agent character varying(300),
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sessions_organizations_organization_id FOREIGN KEY (organization_id) REFERENCES organizations (id) ON DELETE SET NULL,
    CONSTRAINT fk_sessions_users_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE scenarios (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    description text NOT NULL,
    active_recipe_id uuid,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_scenarios PRIMARY KEY (id),
    CONSTRAINT fk_scenarios_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);

CREATE TABLE schedules (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    cron character varying(120) NOT NULL,
    time_zone character varying(100) NOT NULL,
    is_enabled boolean NOT NULL,
    branch character varying(255),
    folder character varying(500),
    tags text[] NOT NULL,
    url character varying(2000),
    last_run_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_schedules PRIMARY KEY (id),
    CONSTRAINT fk_schedules_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);

CREATE TABLE secrets (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    bundle character varying(100) NOT NULL,
    name character varying(200) NOT NULL,
    sealed bytea NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_secrets PRIMARY KEY (id),
    CONSTRAINT fk_secrets_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);

CREATE TABLE setups (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    name character varying(200) NOT NULL,
    status character varying(40) NOT NULL,
    error_message character varying(2000),
    last_event integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_setups PRIMARY KEY (id),
    CONSTRAINT fk_setups_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE
);

CREATE TABLE webhook_deliveries (
    id uuid NOT NULL,
    webhook_id uuid NOT NULL,
    event character varying(80) NOT NULL,
    payload text NOT NULL,
    status character varying(40) NOT NULL,
    attempts integer NOT NULL,
    next_attempt_at timestamp with time zone,
    last_status integer,
    last_error character varying(1000),
    delivered_at timestamp with time zone,
    replay_of uuid,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id),
    CONSTRAINT fk_webhook_deliveries_webhooks_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
);

CREATE TABLE deployments (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    branch_id uuid NOT NULL,
    url character varying(2000) NOT NULL,
    endpoint_url character varying(2000),
    commit character varying(64),
    pull_request integer,
    provider character varying(100),
    environment character varying(100),
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_deployments PRIMARY KEY (id),
    CONSTRAINT fk_deployments_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_deployments_branches_branch_id FOREIGN KEY (branch_id) REFERENCES branches (id) ON DELETE CASCADE
);

CREATE TABLE recipe_versions (
    id uuid NOT NULL,
    scenario_id uuid NOT NULL,
    number integer NOT NULL,
    recipe text NOT NULL,
    hash character varying(64) NOT NULL,
    validation_mode character varying(40) NOT NULL,
    setup_id uuid,
    author_id uuid,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_recipe_versions PRIMARY KEY (id),
    CONSTRAINT fk_recipe_versions_scenarios_scenario_id FOREIGN KEY (scenario_id) REFERENCES scenarios (id) ON DELETE CASCADE
);

CREATE TABLE setup_artifacts (
    id uuid NOT NULL,
    application_id uuid NOT NULL,
    setup_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    folder character varying(300) NOT NULL,
    name character varying(200) NOT NULL,
    content text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_setup_artifacts PRIMARY KEY (id),
    CONSTRAINT fk_setup_artifacts_applications_application_id FOREIGN KEY (application_id) REFERENCES applications (id) ON DELETE CASCADE,
    CONSTRAINT fk_setup_artifacts_setups_setup_id FOREIGN KEY (setup_id) REFERENCES setups (id) ON DELETE CASCADE
);

CREATE TABLE setup_events (
    id uuid NOT NULL,
    setup_id uuid NOT NULL,
    sequence integer NOT NULL,
    type character varying(80) NOT NULL,
    data jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    organization_id uuid NOT NULL,
    CONSTRAINT pk_setup_events PRIMARY KEY (id),
    CONSTRAINT fk_setup_events_setups_setup_id FOREIGN KEY (setup_id) REFERENCES setups (id) ON DELETE CASCADE
);

CREATE INDEX ix_api_keys_created_by_id ON api_keys (created_by_id);

CREATE UNIQUE INDEX ix_api_keys_hash ON api_keys (hash);

CREATE INDEX ix_api_keys_organization_id ON api_keys (organization_id);

CREATE INDEX ix_audit_log_organization_id_id ON audit_log (organization_id, id);

CREATE INDEX ix_deployments_application_id_id ON deployments (application_id, id);

CREATE INDEX ix_deployments_branch_id ON deployments (branch_id);

CREATE INDEX ix_idempotent_answers_created_at ON idempotent_answers (created_at);

CREATE UNIQUE INDEX ix_idempotent_answers_organization_id_key ON idempotent_answers (organization_id, key);

CREATE INDEX ix_invitations_invited_by_id ON invitations (invited_by_id);

CREATE INDEX ix_invitations_organization_id ON invitations (organization_id);

CREATE UNIQUE INDEX ix_invitations_token_hash ON invitations (token_hash);

CREATE UNIQUE INDEX ix_recipe_versions_scenario_id_number ON recipe_versions (scenario_id, number);

CREATE UNIQUE INDEX ix_scenarios_application_id_name ON scenarios (application_id, name);

CREATE INDEX ix_schedules_application_id ON schedules (application_id);

CREATE UNIQUE INDEX ix_secrets_application_id_bundle_name ON secrets (application_id, bundle, name);

CREATE INDEX ix_sessions_organization_id ON sessions (organization_id);

CREATE UNIQUE INDEX ix_sessions_token_hash ON sessions (token_hash);

CREATE INDEX ix_sessions_user_id ON sessions (user_id);

CREATE UNIQUE INDEX ix_setup_artifacts_application_id_kind_folder_name ON setup_artifacts (application_id, kind, folder, name);

CREATE INDEX ix_setup_artifacts_setup_id ON setup_artifacts (setup_id);

CREATE UNIQUE INDEX ix_setup_events_setup_id_sequence ON setup_events (setup_id, sequence);

CREATE INDEX ix_setups_application_id ON setups (application_id);

CREATE INDEX ix_webhook_deliveries_next_attempt_at ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

CREATE INDEX ix_webhook_deliveries_webhook_id_id ON webhook_deliveries (webhook_id, id);

CREATE INDEX ix_webhooks_organization_id ON webhooks (organization_id);
