// Written by 'npm run generate' from docs/reference/openapi.json; not edited by hand.
export interface paths {
    "/v1/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The application to try things with, and its tests. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SampleAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process lives. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the process can work. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an account and signs in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUpRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes another organization and looks at it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganizationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organization that is looked at. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames it. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["OrganizationRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["OrganizationDetails"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, newest first. */
        get: {
            parameters: {
                query?: {
                    action?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfAuditItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits, what runs, and on which workers. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["QueueState"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/suite-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts tests. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartSuiteRun"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartedSuiteRun"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How things stand: rates, trends, what runs now, what is flaky. */
        get: {
            parameters: {
                query?: {
                    applicationId?: string;
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DashboardAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a run left, with links that are good for some minutes. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArtifactItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/artifacts/{attempt}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file of a run, by its name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                    attempt: number;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/artifacts/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file, by a link. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suite-runs/{suiteRunId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Its results: json, junit, html (a report in one archive) or zip (all of them with pictures). */
        get: {
            parameters: {
                query?: {
                    format?: string;
                };
                header?: never;
                path: {
                    suiteRunId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/recordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recordings of the application's tests. */
        get: {
            parameters: {
                query?: {
                    branch?: string;
                    testId?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfRecordingItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/recordings/{recordingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A recording. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordingDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Forgets a recording: the next run decides anew. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    recordingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/heals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Recordings that runs propose. */
        get: {
            parameters: {
                query?: {
                    state?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfHealItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/heals/{healId}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a proposal the recording. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    healId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/heals/{healId}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throws a proposal away. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    healId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HealItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events of a run after a sequence, as server-sent events, to its end. */
        get: {
            parameters: {
                query?: {
                    after?: number;
                };
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says what is wrong with a text, and how its steps are read. Keeps nothing. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LintRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LintAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suite-versions/{suiteVersionId}/diff/{otherSuiteVersionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions of an application's suite. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suiteVersionId: string;
                    otherSuiteVersionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuiteDiff"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Setups of an application, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfSetupItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setups/{setupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One setup. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setups/{setupId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a setup reported, oldest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfSetupEventItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/setups/{setupId}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes tests, skills and other files. Recipes have an endpoint of their own and are refused here. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ArtifactsRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ArtifactsAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/diffs/trigger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A pipeline says that a branch was deployed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TriggerRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeploymentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/onboarding/deployment-signal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A provider says that something was deployed, signed as x-signature: HMAC-SHA256 of the body, hex. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignalRequest"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeploymentAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/deployments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Deployments of an application, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfDeploymentItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and what they may. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        put?: never;
        /** Signs in with a password, and a code where one is needed. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        /** Signs out. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Signs in the local owner with the link that a start prints; makes the account and an organization the first time. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ClaimRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/organization": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks at another of one's organizations. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SwitchRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Goes to a provider to sign in; with the token of an invitation to join with. */
        get: {
            parameters: {
                query?: {
                    invitation?: string;
                };
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes one's name. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AccountRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        trace?: never;
    };
    "/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Changes one's password, or sets a first one; ends all other sessions. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks for a link to set a new password: a local server writes it to its log; elsewhere an administrator makes one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordResetAsk"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/password-reset/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sets a new password with a link that an administrator made. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordResetRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Turns the second factor on with a code of the authenticator. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TotpRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpCodes"];
                    };
                };
            };
        };
        /** Begins a second factor: a secret for an authenticator. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TotpSetup"];
                    };
                };
            };
        };
        /** Turns the second factor off. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SessionItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Ends a session. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who belongs to the organization. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a member. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a member's role. Owners are changed by owners only, and one remains. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MemberRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MemberItem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/members/{memberId}/reset-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a link with which a member sets a new password. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    memberId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ResetLink"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who was asked in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationItem"][];
                    };
                };
            };
        };
        put?: never;
        /** Asks somebody in; the link is shown once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes an invitation back. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    invitationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an invitation leads to. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvitationPreview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Joins with the account that is signed in. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    token: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All keys, without what lets one in. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyItem"][];
                    };
                };
            };
        };
        put?: never;
        /** Makes a key; it is shown once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApiKeyRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApiKeyMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{apiKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a key: it stops to work at once. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    apiKeyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suite-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Suite runs, newest first. */
        get: {
            parameters: {
                query?: {
                    applicationId?: string;
                    status?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfSuiteRunItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suite-runs/{suiteRunId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A suite run with its runs. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suiteRunId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuiteRunDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suite-runs/{suiteRunId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops all its runs. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    suiteRunId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CancelledRuns"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Runs, newest first. */
        get: {
            parameters: {
                query?: {
                    applicationId?: string;
                    testId?: string;
                    suiteRunId?: string;
                    status?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfRunItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about a run. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stops a run. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RunItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/runs/{runId}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answers the question that a run waits with. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerRun"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All applications of the organization, by name. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfApplicationAnswer"];
                    };
                };
            };
        };
        put?: never;
        /** Adds an application, with a main branch. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One application. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Removes an application with everything that belongs to it. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes an application. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ApplicationPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ApplicationAnswer"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/applications/{applicationId}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of the values that tests use as {{NAME}}. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecretName"][];
                    };
                };
            };
        };
        /** Writes several values; others are left. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecretsRequest"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes one value. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecretValue"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        /** Removes one value. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/endpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the Environment Factory is called, without secrets. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndpointAnswer"];
                    };
                };
            };
        };
        /** Says how the Environment Factory is called. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EndpointRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EndpointAnswer"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/secrets/{applicationId}/{app}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names of an app's values. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    app: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecretKeys"];
                    };
                };
            };
        };
        /** Writes several values of an app. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    app: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecretItems"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecretKeys"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/secrets/{applicationId}/{app}/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes one value of an app. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    app: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SecretValue"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SecretKey"];
                    };
                };
            };
        };
        post?: never;
        /** Removes one value of an app. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    app: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tests of a branch, by path: all, or those with a word, a tag, a folder. */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    tag?: string;
                    folder?: string;
                    branch?: string;
                    errors?: boolean;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfTestItem"];
                    };
                };
            };
        };
        put?: never;
        /** Writes a new test. */
        post: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/test-tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tests of a branch with their folders and tags, at once and without their texts. */
        get: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestTree"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tests/{testId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One test with its text and what is wrong with it. */
        get: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    testId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestAnswer"];
                    };
                };
            };
        };
        /** Writes a test anew, or moves it: a new plan and a new version of its branch. */
        put: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    testId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestAnswer"];
                    };
                };
            };
        };
        post?: never;
        /** Removes a test from a branch. */
        delete: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    testId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tests/{testId}/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything a test has said, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    testId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfPlanItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings tests in: JSON with files, a form with files (each named by its path) or one zip, or a zip as the body. Equal files are left. */
        post: {
            parameters: {
                query?: {
                    branch?: string;
                    removeOthers?: boolean;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportRequest"];
                    "multipart/form-data": components["schemas"]["ImportRequest"];
                    "application/zip": components["schemas"]["ImportRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/folders/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Moves or renames a folder with everything in it. */
        post: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FolderMove"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuiteChangeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/folders/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Removes a folder with everything in it. */
        post: {
            parameters: {
                query?: {
                    branch?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FolderRemoval"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuiteChangeAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Branches of an application, the main one first. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BranchItem"][];
                    };
                };
            };
        };
        put?: never;
        /** Begins a branch from the main one. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["BranchRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BranchItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/branches/{branchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Removes a branch; the main one stays. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    branchId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/suite-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Versions of a branch, newest first. */
        get: {
            parameters: {
                query?: {
                    branch?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfSuiteVersionItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Schedules, of one application or all. */
        get: {
            parameters: {
                query?: {
                    applicationId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleItem"][];
                    };
                };
            };
        };
        put?: never;
        /** Adds a schedule. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScheduleRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schedules/{scheduleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One schedule. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scheduleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Removes a schedule. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scheduleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a schedule. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scheduleId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ScheduleRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScheduleItem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All webhooks. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookItem"][];
                    };
                };
            };
        };
        put?: never;
        /** Adds a webhook; the secret that signs its deliveries is shown once. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a webhook can be told. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookEventNames"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Removes a webhook with its deliveries. */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Changes a webhook. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["WebhookRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookItem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new secret; the old one signs nothing from now on. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WebhookMade"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery to try it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What it was told, newest first. */
        get: {
            parameters: {
                query?: {
                    status?: string;
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfDeliveryItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{webhookId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a delivery again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                    deliveryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DeliveryItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scenarios of an application, by name. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScenarioItem"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/scenarios/discover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks the Environment Factory what it can create. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DiscoveryAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/scenarios/{name}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a scenario, looks at it, and removes it. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DryRunAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/applications/{applicationId}/scenario-instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was made of scenarios, newest first, and whether it stands. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfInstanceItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{scenarioId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scenario with its recipe. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scenarioId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScenarioDetails"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{scenarioId}/recipe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes another recipe: a new version, in use at once. */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scenarioId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecipeRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScenarioDetails"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{scenarioId}/recipe-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every recipe it has had, newest first. */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                    cursor?: string;
                };
                header?: never;
                path: {
                    scenarioId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfRecipeVersionItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scenarios/{scenarioId}/recipe-versions/{recipeVersionId}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Uses an earlier recipe again. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scenarioId: string;
                    recipeVersionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ScenarioItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/setups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begins a setup of an application. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetupRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/setups/{setupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Renames a setup, or says how it ended. */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetupPatch"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupItem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/v1/setup/setups/{setupId}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reports progress. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetupEventRequest"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupEventItem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/setups/{setupId}/scenario-recipe-versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a recipes file; a file that cannot work is refused with every problem and its path. */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["JsonDocument"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecipesAnswer"];
                    };
                };
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecipesAnswer"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/setups/{setupId}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scenarios of the setup's application. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    setupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupScenarios"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/applications/{applicationId}/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scenarios of an application. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetupScenarios"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/setup/applications/{applicationId}/test-suite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tests and skills of an application. */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    applicationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SuiteAnswer"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountRequest: {
            name: null | string;
        };
        /** @description An answer to a question of a run. */
        AnswerRun: {
            /** Format: uuid */
            questionId: string;
            answer: null | string;
        };
        ApiKeyItem: {
            /** Format: uuid */
            id: string;
            name: string;
            prefix: string;
            scopes: string[];
            role: components["schemas"]["Role"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: null | string;
            /** Format: date-time */
            lastUsedAt: null | string;
            /** Format: uuid */
            createdById: null | string;
        };
        ApiKeyMade: {
            /** @description The key's row. */
            apiKey: components["schemas"]["ApiKeyItem"];
            /** @description The key: shown once. */
            key: string;
        };
        ApiKeyRequest: {
            /** @description As people call it. */
            name: null | string;
            /** @description read, run, edit, secrets, admin. */
            scopes: null | string[];
            role: null | components["schemas"]["Role"];
            /**
             * Format: date-time
             * @description Null for never.
             */
            expiresAt: null | string;
        };
        ApplicationAnswer: {
            /**
             * Format: uuid
             * @description Its id.
             */
            id: string;
            /** @description As people call it. */
            name: string;
            /** @description In addresses. */
            slug: string;
            /** @description web, ios or android. */
            platform: components["schemas"]["ApplicationPlatform"];
            /** @description Where tests start. */
            url: null | string;
            /** @description Of a phone's application. */
            package: null | string;
            /** @description In Markdown. */
            instructions: string;
            /** @description Its Environment Factory. */
            endpointUrl: null | string;
            /** @description As pipelines name it: an id, or owner/name. */
            repository: null | string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was last changed.
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Also its ETag.
             */
            version: number;
            /**
             * Format: int32
             * @description How many its main branch has.
             */
            tests: number;
            lastSuiteRun: null | components["schemas"]["LastSuiteRun"];
        };
        /** @description Only what is sent is changed; an empty text removes what can be absent. */
        ApplicationPatch: {
            name: null | string;
            url: null | string;
            package: null | string;
            instructions: null | string;
            endpointUrl: null | string;
            repository: null | string;
        };
        /**
         * @description Where an application runs.
         * @enum {unknown}
         */
        ApplicationPlatform: "web" | "ios" | "android";
        ApplicationRequest: {
            /** @description As people call it. */
            name: null | string;
            platform: null | components["schemas"]["ApplicationPlatform"];
            /** @description Where tests of a site start. */
            url: null | string;
            /** @description Package or bundle of a phone's application. */
            package: null | string;
            /** @description What whoever tests it should know, in Markdown. */
            instructions: null | string;
            /** @description Its Environment Factory. */
            endpointUrl: null | string;
            /** @description As pipelines name it: an id, or owner/name. */
            repository: null | string;
        };
        /** @description A file that a run left. */
        ArtifactItem: {
            /** @description Among the files of its attempt. */
            name: string;
            /**
             * Format: int32
             * @description Of which attempt.
             */
            attempt: number;
            /** @description `picture`, `video`, `log` or `document`. */
            kind: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /** @description Good for some minutes, without a session. */
            url: string;
        };
        ArtifactsAnswer: {
            /** Format: uuid */
            setupId: string;
            testCases: components["schemas"]["TestCaseCounts"];
            /** Format: int32 */
            artifacts: number;
            /** Format: int32 */
            skills: number;
            /** Format: uuid */
            suiteVersionId: null | string;
            warnings: components["schemas"]["WarningItem"][];
        };
        ArtifactsRequest: {
            testCases: null | components["schemas"]["SetupFile"][];
            artifacts: null | components["schemas"]["SetupFile"][];
            skills: null | components["schemas"]["SetupFile"][];
            commitSha: null | string;
        };
        AuditItem: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            actor: string;
            /** Format: uuid */
            userId: null | string;
            /** Format: uuid */
            apiKeyId: null | string;
            action: string;
            subject: string;
            /** Format: uuid */
            subjectId: null | string;
            details: null | components["schemas"]["JsonElement"];
            address: null | string;
        };
        BranchItem: {
            /** Format: uuid */
            id: string;
            name: string;
            isMain: boolean;
            /** Format: int32 */
            pullRequest: null | number;
            /** Format: int32 */
            head: number;
            /** Format: int32 */
            tests: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        BranchRequest: {
            name: null | string;
            /** Format: int32 */
            pullRequest: null | number;
        };
        /** @description How many were told to stop. */
        CancelledRuns: {
            /** Format: int32 */
            cancelled: number;
        };
        CheckPartItem: {
            name: string;
            outcome: string;
            message: string;
        };
        ClaimRequest: {
            token: null | string;
        };
        /** @description How things stand. */
        DashboardAnswer: {
            /**
             * Format: double
             * @description Passed of those with a verdict on the app, 0 to 1; null when there are none.
             */
            passRate: null | number;
            /**
             * Format: int32
             * @description Runs that ended in that time.
             */
            runs: number;
            /** @description Day by day, UTC. */
            byDay: components["schemas"]["DashboardDay"][];
            /** @description Runs under way. */
            running: components["schemas"]["RunItem"][];
            /** @description The worst first. */
            flaky: components["schemas"]["FlakyTest"][];
            /** @description The newest first. */
            recentSuiteRuns: components["schemas"]["SuiteRunItem"][];
        };
        /** @description How runs of a day ended. */
        DashboardDay: {
            /** Format: date */
            day: string;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            errors: number;
            /** Format: int32 */
            p50Ms: null | number;
        };
        DeliveryItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            webhookId: string;
            event: string;
            status: components["schemas"]["DeliveryStatus"];
            /** Format: int32 */
            attempts: number;
            /** Format: int32 */
            lastStatus: null | number;
            lastError: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            nextAttemptAt: null | string;
            /** Format: date-time */
            deliveredAt: null | string;
            /** Format: uuid */
            replayOf: null | string;
            payload: string;
        };
        /**
         * @description How a delivery stands.
         * @enum {unknown}
         */
        DeliveryStatus: "pending" | "delivered" | "failed";
        DeploymentAnswer: {
            /** @description accepted, or dropped when nothing was to be done. */
            status: string;
            /** @description Why nothing was. */
            reason: null | string;
            /**
             * Format: uuid
             * @description The deployment.
             */
            deploymentId: null | string;
            /**
             * Format: uuid
             * @description The runs it started; null when the branch has no tests.
             */
            suiteRunId: null | string;
        };
        DeploymentItem: {
            /** Format: uuid */
            id: string;
            branch: string;
            url: string;
            endpointUrl: null | string;
            commit: null | string;
            /** Format: int32 */
            pullRequest: null | number;
            provider: null | string;
            environment: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        DiffItem: {
            /**
             * Format: uuid
             * @description Which test.
             */
            testId: string;
            /** @description added, changed, moved or removed. */
            kind: string;
            /** @description Where it lies after, or lay before it was removed. */
            path: string;
            /** @description Where it lay before. */
            beforePath: null | string;
            /** @description Its title. */
            title: string;
            /** @description What it said; null when it was added. */
            before: null | string;
            /** @description What it says; null when it was removed. */
            after: null | string;
        };
        /** @description What the Environment Factory says; or why it did not. */
        DiscoveryAnswer: {
            ok: boolean;
            error: null | string;
            code: null | string;
            protocol: null | string;
            scopeField: null | string;
            models: components["schemas"]["ModelItem"][];
            scenarios: components["schemas"]["OfferedScenario"][];
        };
        DryRunAnswer: {
            scenario: string;
            passed: boolean;
            testRunId: null | string;
            /** Format: int64 */
            upMs: null | number;
            /** Format: int64 */
            downMs: null | number;
            parts: components["schemas"]["CheckPartItem"][];
            error: null | string;
        };
        EndpointAnswer: {
            /** @description Of the Environment Factory; null when the application has none. */
            url: null | string;
            /** @description Whether requests can be signed. */
            hasSharedSecret: boolean;
            /** @description Names of headers that are sent along; values are never shown. */
            headers: string[];
        };
        EndpointRequest: {
            /** @description Of the Environment Factory. */
            url: null | string;
            /** @description Signs requests; left as it is when not sent, removed when empty. */
            sharedSecret: null | string;
            /** @description The endpoint's own, where it is to be known here; as above. */
            signingSecret: null | string;
            /** @description Sent along; left as they are when not sent. */
            headers: null | {
                [key: string]: string;
            };
        };
        FeaturesAnswer: {
            /** @description Whether only this machine reaches the server. */
            local: boolean;
            /** @description Where the sample shop runs, when the server was started with it. */
            sampleUrl: null | string;
        };
        FieldItem: {
            name: string;
            type: string;
            isRequired: boolean;
            isId: boolean;
            hasDefault: boolean;
        };
        /** @description A test whose verdict went back and forth. */
        FlakyTest: {
            /**
             * Format: uuid
             * @description Which.
             */
            testId: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int32
             * @description How often it was another one than the time before.
             */
            flips: number;
            /**
             * Format: double
             * @description Of the times it could have been.
             */
            rate: number;
        };
        FolderMove: {
            from: null | string;
            to: null | string;
        };
        FolderRemoval: {
            folder: null | string;
        };
        /** @description A recording that a run proposes. */
        HealItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            testId: string;
            title: string;
            path: string;
            /** Format: uuid */
            branchId: string;
            /** Format: uuid */
            runId: null | string;
            state: string;
            heals: components["schemas"]["JsonElement"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            decidedAt: null | string;
            isOutdated: boolean;
        };
        ImportAnswer: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            removed: number;
            /** Format: int32 */
            unchanged: number;
            rejected: components["schemas"]["RejectedItem"][];
            version: null | components["schemas"]["SuiteVersionItem"];
        };
        ImportFile: {
            path: null | string;
            content: null | string;
        };
        ImportRequest: {
            /** @description The tests. */
            files: null | components["schemas"]["ImportFile"][];
            /** @description The branch; the main one when left out. A new name begins a branch. */
            branch: null | string;
            /** @description Whether tests that are not among the files are removed. */
            removeOthers: boolean;
            /** @description Of the repository. */
            commit: null | string;
            /** @description What was done. */
            message: null | string;
        };
        InstanceItem: {
            /** Format: uuid */
            id: string;
            scenario: string;
            testRunId: string;
            /** Format: uuid */
            runId: null | string;
            state: string;
            endpoint: string;
            problem: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        InvitationItem: {
            /** Format: uuid */
            id: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: date-time */
            acceptedAt: null | string;
        };
        InvitationMade: {
            /** @description The invitation. */
            invitation: components["schemas"]["InvitationItem"];
            /** @description Shown once. */
            token: string;
            /** @description The link to send. */
            url: string;
        };
        InvitationPreview: {
            organization: string;
            email: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            expiresAt: string;
        };
        InvitationRequest: {
            email: null | string;
            role: null | components["schemas"]["Role"];
        };
        JsonDocument: unknown;
        JsonElement: unknown;
        LastRun: {
            /** Format: uuid */
            id: string;
            status: string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: int32 */
            durationMs: null | number;
        };
        LastSuiteRun: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            status: string;
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            errors: number;
            /** Format: date-time */
            endedAt: null | string;
        };
        LintAnswer: {
            title: string;
            problems: components["schemas"]["ProblemItem"][];
            steps: components["schemas"]["StepItem"][];
        };
        LintRequest: {
            content: null | string;
            path: null | string;
            /** Format: uuid */
            applicationId: null | string;
        };
        MemberItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            userId: string;
            email: string;
            name: string;
            role: components["schemas"]["Role"];
            twoFactor: boolean;
            /** Format: date-time */
            createdAt: string;
        };
        MemberRequest: {
            role: null | components["schemas"]["Role"];
        };
        ModelItem: {
            name: string;
            fields: components["schemas"]["FieldItem"][];
        };
        OfferedScenario: {
            name: string;
            description: null | string;
        };
        OrganizationAnswer: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
            role: components["schemas"]["Role"];
        };
        OrganizationDetails: {
            /** Format: uuid */
            id: string;
            name: string;
            slug: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            version: number;
        };
        OrganizationRequest: {
            name: null | string;
        };
        /** @description A part of a list. */
        PageOfApplicationAnswer: {
            /** @description In order. */
            items: components["schemas"]["ApplicationAnswer"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfAuditItem: {
            /** @description In order. */
            items: components["schemas"]["AuditItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfDeliveryItem: {
            /** @description In order. */
            items: components["schemas"]["DeliveryItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfDeploymentItem: {
            /** @description In order. */
            items: components["schemas"]["DeploymentItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfHealItem: {
            /** @description In order. */
            items: components["schemas"]["HealItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfInstanceItem: {
            /** @description In order. */
            items: components["schemas"]["InstanceItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfPlanItem: {
            /** @description In order. */
            items: components["schemas"]["PlanItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfRecipeVersionItem: {
            /** @description In order. */
            items: components["schemas"]["RecipeVersionItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfRecordingItem: {
            /** @description In order. */
            items: components["schemas"]["RecordingItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfRunItem: {
            /** @description In order. */
            items: components["schemas"]["RunItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfSetupEventItem: {
            /** @description In order. */
            items: components["schemas"]["SetupEventItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfSetupItem: {
            /** @description In order. */
            items: components["schemas"]["SetupItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfSuiteRunItem: {
            /** @description In order. */
            items: components["schemas"]["SuiteRunItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfSuiteVersionItem: {
            /** @description In order. */
            items: components["schemas"]["SuiteVersionItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        /** @description A part of a list. */
        PageOfTestItem: {
            /** @description In order. */
            items: components["schemas"]["TestItem"][];
            /** @description Give it as `cursor` for what follows; null at the end. */
            next: null | string;
        };
        PasswordRequest: {
            current: null | string;
            password: null | string;
        };
        PasswordResetAsk: {
            email: null | string;
        };
        PasswordResetRequest: {
            email: null | string;
            token: null | string;
            password: null | string;
        };
        /**
         * @description What an endpoint asks of its caller. Every endpoint names one.
         * @enum {unknown}
         */
        Permission: "read" | "run" | "edit" | "secrets" | "administer" | "own";
        PlanItem: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            path: string;
            title: string;
            content: string;
            hasErrors: boolean;
            /** Format: uuid */
            authorId: null | string;
            /** Format: date-time */
            createdAt: string;
        };
        ProblemItem: {
            /** @description info, warning or error. */
            severity: string;
            /** @description Stable. */
            code: string;
            /**
             * Format: int32
             * @description 1-based; 0 for the whole.
             */
            line: number;
            /**
             * Format: int32
             * @description 1-based.
             */
            column: number;
            /** @description What was expected and what was found. */
            message: string;
            /** @description What to do. */
            suggestion: null | string;
        };
        /** @description How busy everything is. */
        QueueState: {
            /**
             * Format: int32
             * @description Runs of the organization that wait.
             */
            queued: number;
            /**
             * Format: int32
             * @description Runs of the organization under way.
             */
            running: number;
            /** @description Workers that live, for all organizations. */
            workers: components["schemas"]["WorkerItem"][];
        };
        RecipeRequest: {
            recipe: null | components["schemas"]["JsonElement"];
        };
        RecipesAnswer: {
            /** Format: uuid */
            setupId: string;
            scenarios: components["schemas"]["TakenRecipeItem"][];
            warnings: components["schemas"]["WarningItem"][];
        };
        RecipeVersionItem: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            isActive: boolean;
            validationMode: string;
            /** Format: uuid */
            setupId: null | string;
            /** Format: uuid */
            authorId: null | string;
            /** Format: date-time */
            createdAt: string;
            recipe: components["schemas"]["JsonElement"];
        };
        /** @description A recording with its content. */
        RecordingDetails: {
            recording: components["schemas"]["RecordingItem"];
            content: components["schemas"]["JsonElement"];
        };
        /** @description A recording. */
        RecordingItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            testId: string;
            title: string;
            path: string;
            /** Format: uuid */
            branchId: string;
            branch: null | string;
            /** Format: uuid */
            runId: null | string;
            /** Format: int32 */
            steps: number;
            hash: string;
            /** Format: date-time */
            updatedAt: string;
        };
        RejectedItem: {
            path: string;
            reason: string;
        };
        ResetLink: {
            url: string;
            /** Format: date-time */
            expiresAt: string;
        };
        /**
         * @description What somebody may do in an organization; each may what those before may.
         * @enum {unknown}
         */
        Role: "viewer" | "member" | "admin" | "owner";
        /** @description A rectangle in CSS pixels of the viewport. */
        RunBounds: {
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
            /** Format: double */
            width: number;
            /** Format: double */
            height: number;
        };
        /** @description A worker that had a run. */
        RunClaimItem: {
            worker: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            endedAt: null | string;
            outcome: null | string;
        };
        /** @description A claim that was judged: `held`, `failed` or `undecidable`. */
        RunClaimJudged: {
            claim: string;
            verdict: string;
            expected: string;
            found: string;
            bounds: null | components["schemas"]["RunBounds"];
        };
        /** @description An element that was considered. */
        RunConsidered: {
            element: string;
            /** Format: double */
            score: number;
            why: string;
            bounds: null | components["schemas"]["RunBounds"];
            chosen: boolean;
        };
        /** @description How many runs of a suite run ended how. */
        RunCounts: {
            /** Format: int32 */
            total: number;
            /** Format: int32 */
            queued: number;
            /** Format: int32 */
            running: number;
            /** Format: int32 */
            passed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            errors: number;
            /** Format: int32 */
            cancelled: number;
        };
        /** @description Everything about a run. */
        RunDetails: {
            /** @description Steps: all of them once it has ended, until then those that have begun. */
            steps: components["schemas"]["RunStep"][];
            /** @description Variables at the end; secrets masked. */
            memory: {
                [key: string]: string;
            };
            /** @description What went otherwise than asked but decided nothing. */
            notes: string[];
            platform: null | string;
            startUrl: null | string;
            viewport: null | components["schemas"]["RunSize"];
            /** @description What was asked for. */
            request: components["schemas"]["JsonElement"];
            modelUse: null | components["schemas"]["JsonElement"];
            /**
             * Format: int32
             * @description Held assertions that decide the verdict.
             */
            assertionsHeld: number;
            /**
             * Format: int32
             * @description How often something was decided; 0 for a replay.
             */
            decisions: null | number;
            finalPicture: null | components["schemas"]["RunPicture"];
            video: null | components["schemas"]["ArtifactItem"];
            console: null | components["schemas"]["ArtifactItem"];
            network: null | components["schemas"]["ArtifactItem"];
            question: null | components["schemas"]["JsonElement"];
            /** @description Every worker that had it. */
            claims: components["schemas"]["RunClaimItem"][];
            /**
             * Format: uuid
             * @description The last run before this one in which the test passed.
             */
            previousPassedRunId: null | string;
            /**
             * Format: int64
             * @description Sequence of its newest event: watch from here.
             */
            lastSequence: number;
            /** Format: date-time */
            cancelRequestedAt: null | string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            /** Format: uuid */
            suiteRunId: string;
            /** Format: uuid */
            testId: null | string;
            title: string;
            path: string;
            status: string;
            failureKind: null | string;
            reasoning: string;
            /** Format: int32 */
            attempt: number;
            /** Format: int32 */
            stepsDone: number;
            /** Format: int32 */
            stepsTotal: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: int32 */
            durationMs: null | number;
            /** Format: double */
            cost: null | number;
            worker: null | string;
        };
        /** @description Why something was decided. */
        RunEvidence: {
            considered: null | components["schemas"]["RunConsidered"][];
            claims: null | components["schemas"]["RunClaimJudged"][];
            isAmbiguous: null | boolean;
        };
        /** @description A run in a list. */
        RunItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            /** Format: uuid */
            suiteRunId: string;
            /** Format: uuid */
            testId: null | string;
            title: string;
            path: string;
            status: string;
            failureKind: null | string;
            reasoning: string;
            /** Format: int32 */
            attempt: number;
            /** Format: int32 */
            stepsDone: number;
            /** Format: int32 */
            stepsTotal: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: int32 */
            durationMs: null | number;
            /** Format: double */
            cost: null | number;
            worker: null | string;
        };
        /** @description A picture. */
        RunPicture: {
            name: string;
            url: null | string;
        };
        /** @description A size in CSS pixels. */
        RunSize: {
            /** Format: double */
            width: number;
            /** Format: double */
            height: number;
        };
        /** @description A step of a run. */
        RunStep: {
            /** Format: int32 */
            number: number;
            /** @description `setup`, `step` or `expected`. */
            section: string;
            text: string;
            /** Format: int32 */
            line: number;
            /** @description `running`, `passed`, `failed` or `skipped`. */
            status: string;
            /** Format: double */
            durationMs: null | number;
            message: null | string;
            failure: null | string;
            decidedBy: null | string;
            attempts: components["schemas"]["RunStepAttempt"][];
        };
        /** @description One execution of one command. */
        RunStepAttempt: {
            command: string;
            params: null | components["schemas"]["JsonElement"];
            status: string;
            outcome: string;
            failure: null | string;
            output: null | components["schemas"]["JsonElement"];
            /** Format: double */
            startedAtMs: null | number;
            /** Format: double */
            durationMs: null | number;
            target: null | string;
            bounds: null | components["schemas"]["RunBounds"];
            /** Format: double */
            confidence: null | number;
            evidence: null | components["schemas"]["RunEvidence"];
            urlBefore: null | string;
            urlAfter: null | string;
            /** @description Name of the picture before, among the run's artifacts. */
            before: null | string;
            /** @description Name of the picture after. */
            after: null | string;
            /** @description A short-lived link to the picture before. */
            beforeUrl: null | string;
            /** @description A short-lived link to the picture after. */
            afterUrl: null | string;
        };
        SampleAnswer: {
            /** @description Where the sample application runs; null when the server was started without one. */
            url: null | string;
            /** @description Its tests, in the form that an import takes. */
            files: components["schemas"]["SampleFile"][];
        };
        SampleFile: {
            /** @description Below the suite, with slashes. */
            path: string;
            /** @description The test. */
            content: string;
        };
        ScenarioDetails: {
            scenario: components["schemas"]["ScenarioItem"];
            recipe: null | components["schemas"]["JsonElement"];
        };
        ScenarioItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            name: string;
            description: string;
            hasActiveRecipe: boolean;
            /** Format: int32 */
            recipeNumber: null | number;
            /** Format: uuid */
            activeRecipeId: null | string;
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A schedule, with when it runs next; null when it does not. */
        ScheduleItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            name: string;
            cron: string;
            timeZone: string;
            isEnabled: boolean;
            branch: null | string;
            folder: null | string;
            tags: string[];
            url: null | string;
            /** Format: date-time */
            lastRunAt: null | string;
            next: string[];
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        ScheduleRequest: {
            /**
             * Format: uuid
             * @description Of which application; only when it is made.
             */
            applicationId: null | string;
            /** @description As people call it. */
            name: null | string;
            /** @description Five fields (30 6 * * MON-FRI), or six with seconds first as Quartz reads them. */
            cron: null | string;
            /** @description IANA name; UTC when left out. */
            timeZone: null | string;
            /** @description Whether it runs. */
            isEnabled: null | boolean;
            /** @description Which branch; the main one when left out. */
            branch: null | string;
            /** @description Which folder; all when left out. */
            folder: null | string;
            /** @description Tests with any of these; all when empty. */
            tags: null | string[];
            /** @description Where, instead of the application's own address. */
            url: null | string;
        };
        SecretItem: {
            key: null | string;
            value: null | string;
        };
        SecretItems: {
            items: null | components["schemas"]["SecretItem"][];
        };
        SecretKey: {
            key: string;
        };
        SecretKeys: {
            keys: string[];
        };
        SecretName: {
            name: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SecretsRequest: {
            /** @description Name to value; others are left as they are. */
            values: null | {
                [key: string]: string;
            };
        };
        SecretValue: {
            value: null | string;
        };
        SessionAnswer: {
            user: null | components["schemas"]["UserAnswer"];
            organization: null | components["schemas"]["OrganizationAnswer"];
            /** @description All of the person's. */
            organizations: components["schemas"]["OrganizationAnswer"][];
            /** @description What they may there. */
            permissions: components["schemas"]["Permission"][];
            /** @description To be sent as X-CSRF-Token with what changes something. */
            csrf: null | string;
            /** @description How one can get in. */
            setup: components["schemas"]["SetupAnswer"];
            /** @description What this server has. */
            features: components["schemas"]["FeaturesAnswer"];
        };
        SessionItem: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            address: null | string;
            userAgent: null | string;
            isCurrent: boolean;
        };
        SetupAnswer: {
            needsOwner: boolean;
            signUpOpen: boolean;
            oAuth: string[];
        };
        SetupEventItem: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            sequence: number;
            type: string;
            data: components["schemas"]["JsonElement"];
            /** Format: date-time */
            createdAt: string;
        };
        SetupEventRequest: {
            type: null | string;
            data: null | components["schemas"]["JsonElement"];
        };
        SetupFile: {
            name: null | string;
            content: null | string;
            folder: null | string;
        };
        SetupItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            name: string;
            status: components["schemas"]["SetupStatus"];
            errorMessage: null | string;
            /** Format: int32 */
            events: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        SetupPatch: {
            name: null | string;
            status: null | string;
            errorMessage: null | string;
        };
        SetupRequest: {
            applicationId: null | string;
            repoName: null | string;
        };
        SetupScenario: {
            name: string;
            hasActiveRecipe: boolean;
            description: string;
        };
        SetupScenarios: {
            scenarios: components["schemas"]["SetupScenario"][];
        };
        /**
         * @description How a planner's run stands.
         * @enum {unknown}
         */
        SetupStatus: "running" | "completed" | "failed";
        SignalRequest: {
            applicationId: null | string;
            previewUrl: null | string;
            sdkUrl: null | string;
            branch: null | string;
            /** Format: int32 */
            prNumber: null | number;
            sha: null | string;
            provider: null | string;
        };
        SignInRequest: {
            email: null | string;
            password: null | string;
            code: null | string;
        };
        SignUpRequest: {
            /** @description Address. */
            email: null | string;
            /** @description At least 12 characters. */
            password: null | string;
            /** @description As people call them. */
            name: null | string;
            /** @description Of an invitation, or of the link that a first start prints. */
            token: null | string;
            /** @description Name of the organization to make; for those who come without an invitation. */
            organization: null | string;
        };
        /** @description A suite run that was started. */
        StartedSuiteRun: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            number: number;
            /** Format: int32 */
            total: number;
        };
        /** @description What is to be run, and how. */
        StartSuiteRun: {
            /** @description These tests. */
            testIds: null | string[];
            /** @description Tests of this folder. */
            folder: null | string;
            /** @description Tests with any of these tags. */
            tags: null | string[];
            /**
             * @description Every test; needed when nothing else says which.
             * @default false
             */
            all: boolean;
            /** @description Name of the branch; the main one when it is left out. */
            branch: null | string;
            /** @description Where tests start, instead of the application's own address. */
            url: null | string;
            /** @description `resolve` (the default), `replay`, `record` or `heal`. */
            mode: null | string;
            /**
             * Format: int32
             * @description -100 to 100, higher first within the organization.
             * @default 0
             */
            priority: number;
            /**
             * @description Whether videos are made.
             * @default false
             */
            video: boolean;
            /**
             * @description Whether a step that cannot be decided is asked about.
             * @default false
             */
            interactive: boolean;
            /**
             * Format: int32
             * @description How often a failed test is tried again, 0 to 5.
             * @default 0
             */
            retries: number;
            /** @description Variables that steps may refer to. */
            variables: null | {
                [key: string]: string;
            };
            /** @description Commit that is tested. */
            commit: null | string;
        };
        StepItem: {
            /**
             * Format: int32
             * @description 1-based.
             */
            line: number;
            /** @description setup, steps or expected. */
            section: string;
            /** @description As written. */
            text: string;
            /** @description What the interpreter makes of it; null when it cannot be carried out. */
            reading: null | string;
        };
        SuiteAnswer: {
            tests: components["schemas"]["SuiteTest"][];
            skills: components["schemas"]["SuiteSkill"][];
        };
        SuiteChangeAnswer: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            removed: number;
            /** Format: int32 */
            unchanged: number;
            version: null | components["schemas"]["SuiteVersionItem"];
        };
        SuiteDiff: {
            from: components["schemas"]["SuiteVersionItem"];
            to: components["schemas"]["SuiteVersionItem"];
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            removed: number;
            items: components["schemas"]["DiffItem"][];
        };
        /** @description A suite run with its runs, in the order of the suite. */
        SuiteRunDetails: {
            runs: components["schemas"]["RunItem"][];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            /** Format: int32 */
            number: number;
            status: string;
            trigger: string;
            /** Format: uuid */
            branchId: null | string;
            branch: null | string;
            url: null | string;
            commit: null | string;
            counts: components["schemas"]["RunCounts"];
            /** Format: uuid */
            scheduleId: null | string;
            /** Format: uuid */
            authorId: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
        };
        /** @description A suite run. */
        SuiteRunItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            /** Format: int32 */
            number: number;
            status: string;
            trigger: string;
            /** Format: uuid */
            branchId: null | string;
            branch: null | string;
            url: null | string;
            commit: null | string;
            counts: components["schemas"]["RunCounts"];
            /** Format: uuid */
            scheduleId: null | string;
            /** Format: uuid */
            authorId: null | string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
        };
        SuiteSkill: {
            name: string;
            description: string;
        };
        SuiteTest: {
            name: string;
            slug: string;
            path: string;
        };
        SuiteVersionItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            branchId: string;
            branch: string;
            /** Format: int32 */
            number: number;
            source: string;
            message: string;
            commit: null | string;
            /** Format: uuid */
            authorId: null | string;
            /** Format: int32 */
            tests: number;
            /** Format: date-time */
            createdAt: string;
        };
        SwitchRequest: {
            /** Format: uuid */
            id: string;
        };
        TagItem: {
            name: string;
            /** Format: int32 */
            tests: number;
        };
        TakenRecipeItem: {
            name: string;
            /** Format: uuid */
            scenarioId: string;
            /** Format: uuid */
            recipeVersionId: string;
            /** Format: int32 */
            number: number;
            isNew: boolean;
        };
        TestAnswer: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            applicationId: string;
            branch: string;
            path: string;
            title: string;
            folder: string;
            tags: string[];
            scenario: null | string;
            content: string;
            /** Format: int32 */
            version: number;
            /** Format: uuid */
            planId: string;
            hasErrors: boolean;
            problems: components["schemas"]["ProblemItem"][];
            /** Format: date-time */
            updatedAt: string;
            lastRun: null | components["schemas"]["LastRun"];
        };
        TestCaseCounts: {
            /** Format: int32 */
            added: number;
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            unchanged: number;
        };
        TestItem: {
            /** Format: uuid */
            id: string;
            path: string;
            title: string;
            folder: string;
            tags: string[];
            scenario: null | string;
            /** Format: int32 */
            version: number;
            hasErrors: boolean;
            /** Format: date-time */
            updatedAt: string;
            lastRun: null | components["schemas"]["LastRun"];
        };
        TestPatch: {
            /** @description Where it shall lie; left as it is when not sent. */
            path: null | string;
            /** @description What it shall say; left as it is when not sent. */
            content: null | string;
        };
        TestRequest: {
            path: null | string;
            content: null | string;
        };
        TestTree: {
            branch: string;
            /** Format: int32 */
            version: number;
            folders: components["schemas"]["TreeFolder"][];
            tests: components["schemas"]["TreeTest"][];
            tags: components["schemas"]["TagItem"][];
        };
        TotpCodes: {
            recoveryCodes: string[];
        };
        TotpRequest: {
            code: null | string;
        };
        TotpSetup: {
            secret: string;
            uri: string;
        };
        TreeFolder: {
            path: string;
            name: string;
            /** Format: int32 */
            tests: number;
            /** Format: int32 */
            errors: number;
        };
        TreeTest: {
            /** Format: uuid */
            id: string;
            path: string;
            title: string;
            tags: string[];
            hasErrors: boolean;
            lastRun: null | components["schemas"]["LastRun"];
        };
        TriggerRequest: {
            repo_id: null | components["schemas"]["JsonElement"];
            /**
             * Format: int32
             * @description The pull request; none for the main branch.
             */
            pr_number: null | number;
            /** @description refs/heads/..., refs/pull/.../merge, or the name of a branch. */
            github_ref: null | string;
            /** @description Where it was deployed. */
            url: null | string;
            /** @description Its Environment Factory there. */
            webhook_url: null | string;
            /** @description Sent along to it. */
            webhook_headers: null | {
                [key: string]: string;
            };
            /** @description What it is called there. */
            environment: null | string;
        };
        UserAnswer: {
            /** Format: uuid */
            id: string;
            email: string;
            name: string;
            hasPassword: boolean;
            twoFactor: boolean;
        };
        WarningItem: {
            path: string;
            message: string;
        };
        WebhookEventNames: {
            events: string[];
        };
        WebhookItem: {
            /** Format: uuid */
            id: string;
            url: string;
            description: string;
            events: string[];
            isEnabled: boolean;
            /** Format: int32 */
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        WebhookMade: {
            /** @description The webhook. */
            webhook: components["schemas"]["WebhookItem"];
            /** @description Signs deliveries; shown once. */
            secret: string;
        };
        WebhookRequest: {
            /** @description Where. */
            url: null | string;
            /** @description What for. */
            description: null | string;
            /** @description What it is told; empty for everything. */
            events: null | string[];
            /** @description Whether it is told anything. */
            isEnabled: null | boolean;
        };
        /** @description A process that carries out runs. */
        WorkerItem: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: int32 */
            slots: number;
            /** Format: int32 */
            busy: number;
            draining: boolean;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            seenAt: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
