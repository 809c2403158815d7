-- What Identity kept in user_tokens in the clear moves here when a server starts: only a server has the key that seals.
CREATE TABLE authenticators (
    user_id uuid NOT NULL,
    sealed bytea NOT NULL,
    CONSTRAINT pk_authenticators PRIMARY KEY (user_id),
    CONSTRAINT fk_authenticators_users_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE TABLE recovery_codes (
    user_id uuid NOT NULL,
    hash character varying(200) NOT NULL,
    CONSTRAINT pk_recovery_codes PRIMARY KEY (user_id, hash),
    CONSTRAINT fk_recovery_codes_users_user_id FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);

-- Events are written in the order of their times: a few pages say where the old ones lie.
CREATE INDEX ix_run_events_at ON run_events USING brin (at);
