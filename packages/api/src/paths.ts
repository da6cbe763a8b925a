// biome-ignore-all lint: generated
// biome-ignore-all format: generated
// biome-ignore-all assist: generated
// Made of openapi.json by scripts/write-paths.ts.
export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getHealthz"];
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
        /** The database answers and is migrated; how far the inventory is behind the ledger */
        get: operations["getReadyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which version answers */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Prometheus metrics */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A stream of what happens: scan progress, inventory changed, notification sent or not */
        get: operations["getEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["getSession"];
        put?: never;
        /** Sign in with a one-time code */
        post: operations["postSession"];
        /** Sign out */
        delete: operations["deleteSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a one-time sign-in link for oneself, to open in another browser */
        post: operations["postSignInLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Open sessions, last used first */
        get: operations["getSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a session */
        delete: operations["deleteSessionsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/access-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who got in, who did not, and who changed what others may do; newest first */
        get: operations["getAccessEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scanner tokens */
        get: operations["getTokens"];
        put?: never;
        /** Make a scanner token; it is shown once */
        post: operations["postTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["deleteTokensById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people may sign in here */
        get: operations["getSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to the identity provider (OpenID Connect, authorisation code with PKCE) */
        get: operations["getOidcStart"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Come back from the identity provider */
        get: operations["getOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and their roles */
        get: operations["getUsers"];
        put?: never;
        /** Invite a person by e-mail address; answers the one-time link to send */
        post: operations["postUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom something can be assigned to: people who may sign in, at most 200, by name and role alone */
        get: operations["getPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new one-time sign-in link for a user */
        post: operations["postUsersByIdSignInLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Give a user another role */
        put: operations["putUsersByIdRole"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a user out */
        post: operations["postUsersByIdDisable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a disabled user in again */
        post: operations["postUsersByIdEnable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One scan, with its first scopes and how many there are of each status */
        get: operations["getScansByScan"];
        /** Start a scan (the caller chooses the id) */
        put: operations["putScansByScan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Put one scope’s report, as JSON or of any size as NDJSON; idempotent by scan and scope, so safe to retry */
        put: operations["putScansByScanReport"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm scopes whose report digest has not changed; answers which ones must be sent whole */
        post: operations["postScansByScanConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Finish a scan */
        post: operations["postScansByScanFinish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/unregistered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems in the scopes of a scan that nobody has registered, at most 1,000 */
        get: operations["getScansByScanUnregistered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/fingerprint-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The key under which scanners fingerprint secrets */
        get: operations["getFingerprintKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What needs attention now, in numbers */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AI systems, filtered and sorted */
        get: operations["getSystems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rows of a list of systems as a table for spreadsheets, all of them, in the order of the list */
        get: operations["getSystemsCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One AI system with the first of what belongs to it */
        get: operations["getSystemsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the components of one system have to do with others and each other */
        get: operations["getSystemsByIdRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All evidence of one system, with the component that it speaks of */
        get: operations["getSystemsByIdEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Components, filtered and sorted */
        get: operations["getComponents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One component with its findings and evidence, and its relationships in both directions */
        get: operations["getComponentsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All findings of one component as the ledger has them now */
        get: operations["getComponentsByIdFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/components/{id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one component has to do with others: first what it does to them, then what they do to it */
        get: operations["getComponentsByIdRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The supplier register */
        get: operations["getSuppliers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppliers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One supplier, what depends on it, and who stands behind it */
        get: operations["getSuppliersById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Models with publisher and hosts */
        get: operations["getModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One model: who serves it, what uses it, and when it ends */
        get: operations["getModelsById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/flags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Flags raised now */
        get: operations["getFlags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scopes counted by source and scanner, or also by the part of their keys that follows `under` */
        get: operations["getCoverageGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Permissions whose want left something unread in the newest looks, the most missed first; at most 500 */
        get: operations["getCoveragePermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Each scope with what was read of it and what was not */
        get: operations["getCoverage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What reports: sources by scanner, with the last scan of each and when the next is late */
        get: operations["getSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed, newest first */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What changed about one system and its components, newest first */
        get: operations["getSystemsByIdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scans, newest first */
        get: operations["getScans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The scopes of one scan, as that scan saw them, with what it changed in each */
        get: operations["getScansByScanScopes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/scans/{scan}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one scan found new, changed, missing, gone or returned, with where it stands in the inventory */
        get: operations["getScansByScanChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Discovered systems that nobody registered or dismissed, most consequential first */
        get: operations["getTriage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that may be one, with the signs for it */
        get: operations["getProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules by which systems are dismissed; the decisions `set-rule` and `remove-rule` change them */
        get: operations["getTriageRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/triage-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a rule would dismiss, and nothing is written */
        post: operations["postTriageRulesPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision log, newest first */
        get: operations["getDecisions"];
        put?: never;
        /** Append a decision and bring the inventory up to date with it */
        post: operations["postDecisions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people decided about one system, newest first */
        get: operations["getSystemsByIdDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Append many decisions, all or none; with `dryRun`, see what they would touch and write nothing */
        post: operations["postDecisionsBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/risk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How risky one system is: the questions, what answers them, the suggestion, and who rated it */
        get: operations["getSystemsByIdRisk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/systems/{id}/risk/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The level that these answers would suggest; writes nothing */
        post: operations["postSystemsByIdRiskSuggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings in force; the decision `configure` changes them */
        get: operations["getSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where notifications go, and what of */
        get: operations["getNotificationDestinations"];
        put?: never;
        /** Set a destination; a webhook’s signing secret is answered this once */
        post: operations["postNotificationDestinations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-destinations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a destination */
        put: operations["putNotificationDestinationsById"];
        post?: never;
        /** Remove a destination */
        delete: operations["deleteNotificationDestinationsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-destinations/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new signing secret for a webhook; it is answered this once */
        post: operations["postNotificationDestinationsByIdSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-destinations/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message and say what became of it */
        post: operations["postNotificationDestinationsByIdTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages and what became of them, newest first; the last ones of each destination are kept */
        get: operations["getNotificationDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notification-deliveries/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message again that was given up */
        post: operations["postNotificationDeliveriesByIdAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inventory/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came, went and changed between two instants; when a thing was last seen is no change */
        get: operations["getInventoryDiff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many systems were in each state, day by day */
        get: operations["getHistoryTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/history/states": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every state that one thing was ever in, newest first */
        get: operations["getHistoryStates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems, the models they use, who serves and who made these, with places to draw them at */
        get: operations["getGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Registers that were brought, newest first */
        get: operations["getRegisterImports"];
        put?: never;
        /** Bring an AI register (CSV or XLSX); answers how its columns are understood */
        post: operations["postRegisterImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import */
        get: operations["getRegisterImportsById"];
        put?: never;
        post?: never;
        /** Discard a draft */
        delete: operations["deleteRegisterImportsById"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say how the sheet is to be read */
        put: operations["putRegisterImportsByIdMapping"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports/{id}/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what single rows are: a system that is there, a new one, or nothing */
        put: operations["putRegisterImportsByIdChoices"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What confirming would write, row by row, with the faults of each */
        get: operations["getRegisterImportsByIdPlan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/register-imports/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what the plan says as decisions */
        post: operations["postRegisterImportsByIdConfirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Verify the hash chain of the decision log, against an earlier head when one is given */
        get: operations["getAuditLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where log and ledger end now, to be noted elsewhere and compared later */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The decision log as NDJSON in canonical form, oldest first; `x-row-count` says how many lines come */
        get: operations["getAuditDecisions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One line for every look and decision, oldest first, each with the digests of what it brought */
        get: operations["getAuditLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Samples that were drawn, newest first */
        get: operations["getAuditSamples"];
        put?: never;
        /** Draw a sample that anybody with its seed draws again, and keep it */
        post: operations["postAuditSamples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/samples/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sample with its rows and conclusions */
        get: operations["getAuditSamplesById"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/samples/{id}/redrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Draw the same sample again from what the database holds now, and compare */
        get: operations["getAuditSamplesByIdRedrawn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/samples/{id}/rows/{ordinal}/conclusions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what was found of one row; a later conclusion counts instead of the one before */
        post: operations["postAuditSamplesByIdRowsByOrdinalConclusions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much of what there is was found, by capture and recapture over independent sources */
        get: operations["getAuditCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/evidence-pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inventory, decisions, flags, coverage and head in one ZIP, with a manifest of SHA-256 digests */
        get: operations["getAuditEvidencePack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The inventory as a file (`json`, `csv`, …) */
        get: operations["getExportByFormat"];
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
        Problem: {
            type: string;
            title: string;
            status: number;
            detail?: string;
            requestId?: string;
            errors?: {
                place: string;
                message: string;
            }[];
        };
        Lag: {
            events: number;
            seconds: number;
        };
        Session: {
            user: string;
            role: components["schemas"]["Role"];
            /** Format: date-time */
            expiresAt: string;
        };
        /** @enum {string} */
        Role: "viewer" | "auditor" | "governance" | "admin";
        SignInLink: {
            link: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SessionRow: {
            id: string;
            user: {
                id: string;
                name: string;
            };
            /** @enum {string} */
            method: "link" | "oidc";
            agent: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            lastUsedAt: string;
            /** Format: date-time */
            expiresAt: string;
            current: boolean;
        };
        Empty: Record<string, never>;
        AccessEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            type: components["schemas"]["AccessEventType"];
            actor: string;
            subject: string | null;
            address: string;
            agent: string | null;
            detail: {
                [key: string]: string;
            };
        };
        /** @enum {string} */
        AccessEventType: "signed-in" | "sign-in-failed" | "signed-out" | "session-revoked" | "link-made" | "user-invited" | "user-made" | "user-linked" | "user-disabled" | "user-enabled" | "role-changed" | "token-made" | "token-revoked" | "token-refused" | "destination-made" | "destination-changed" | "destination-removed";
        TokenRow: {
            id: string;
            name: string;
            sources: string[];
            /** @enum {string} */
            state: "valid" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            expiresAt: string | null;
            /** Format: date-time */
            revokedAt: string | null;
            /** Format: date-time */
            lastUsedAt: string | null;
        };
        UserRow: {
            id: string;
            name: string;
            email: string | null;
            role: components["schemas"]["Role"];
            /** @enum {string} */
            roleFrom: "here" | "provider";
            state: components["schemas"]["UserState"];
            issuer: string | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            lastSignInAt: string | null;
        };
        /** @enum {string} */
        UserState: "invited" | "active" | "disabled";
        Person: {
            name: string;
            role: components["schemas"]["Role"];
        };
        ScanStart: {
            scanner: string;
            version: string;
            catalogue: string;
            source: string;
            /** Format: date-time */
            startedAt: string;
        };
        ReportChange: {
            added: number;
            changed: number;
            unchanged: number;
            missing: number;
            gone: number;
            returned: number;
            held: boolean;
            addedKeys: string[];
            changedKeys: string[];
            missingKeys: string[];
            goneKeys: string[];
            returnedKeys: string[];
        };
        ScanReport: {
            scanner: string;
            version: string;
            catalogue: string;
            scope: components["schemas"]["Scope"];
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string;
            coverage: components["schemas"]["Coverage"];
            findings: components["schemas"]["Finding"][];
            unknowns: components["schemas"]["Unknown"][];
            deleted?: string[];
            aliases?: components["schemas"]["IdentifierAlias"][];
        };
        Scope: {
            key: string;
            title: string;
            source?: string;
            /** Format: uri */
            url?: string;
            revision?: string;
            claims?: components["schemas"]["Claim"][];
        };
        Claim: {
            field: components["schemas"]["ClaimField"];
            value: string;
            source: components["schemas"]["ClaimSource"];
        };
        /** @enum {string} */
        ClaimField: "system" | "name" | "purpose" | "business-owner" | "technical-owner" | "lifecycle" | "environment" | "risk-level";
        /** @enum {string} */
        ClaimSource: "manifest" | "tag" | "catalog" | "provider" | "codeowners" | "administrators" | "stack" | "container" | "inference";
        Coverage: {
            status: components["schemas"]["CoverageStatus"];
            reason?: string;
            detail?: string;
            kinds?: components["schemas"]["FindingKind"][];
            cells?: components["schemas"]["CoverageCell"][];
        };
        /** @enum {string} */
        CoverageStatus: "complete" | "partial" | "denied" | "throttled" | "not-enabled" | "unsupported" | "failed";
        /** @enum {string} */
        FindingKind: "model" | "model-file" | "endpoint" | "model-server" | "agent" | "mcp-server" | "mcp-client" | "knowledge-base" | "dataset" | "pipeline" | "workspace" | "credential" | "library" | "service" | "assistant" | "guardrail" | "usage" | "declared-system";
        CoverageCell: {
            type: string;
            status: components["schemas"]["CoverageStatus"];
            reason?: string;
            pages: number;
            resources: number;
            milliseconds: number;
        };
        Finding: {
            key: string;
            kind: components["schemas"]["FindingKind"];
            supplier: string | null;
            supplierName?: string;
            product?: string;
            name: string;
            framework?: string;
            model?: components["schemas"]["FindingModel"];
            grade: components["schemas"]["Grade"];
            context: components["schemas"]["Context"];
            identifiers: components["schemas"]["Identifier"][];
            attributes: {
                [key: string]: string | number | boolean | null | string[];
            };
            evidence: components["schemas"]["Evidence"][];
            relations?: components["schemas"]["Relation"][];
            claims?: components["schemas"]["Claim"][];
            suppression?: components["schemas"]["Suppression"];
            explanation?: components["schemas"]["Explanation"];
        };
        FindingModel: {
            id: string;
            publisher?: string;
        };
        /** @enum {string} */
        Grade: "available" | "declared" | "configured" | "deployed" | "used";
        /** @enum {string} */
        Context: "production" | "development" | "ci" | "test" | "example" | "documentation";
        Identifier: {
            type: string;
            value: string;
        };
        Evidence: {
            method: components["schemas"]["EvidenceMethod"];
            rule: string;
            strength: components["schemas"]["Strength"];
            location: components["schemas"]["CodeLocation"] | components["schemas"]["ApiLocation"];
            excerpt?: string;
            suppression?: components["schemas"]["Suppression"];
        };
        /** @enum {string} */
        EvidenceMethod: "manifest" | "lock-file" | "import" | "call" | "host" | "model-id" | "environment-name" | "key" | "configuration" | "image" | "iac-resource" | "file-name" | "file-header" | "declaration" | "ci-action" | "api" | "metric" | "audit-log" | "cost";
        /** @enum {string} */
        Strength: "weak" | "medium" | "strong";
        CodeLocation: {
            path: string;
            startLine: number;
            endLine?: number;
            cell?: number;
            commit?: string;
            /** Format: uri */
            url?: string;
        };
        ApiLocation: {
            api: string;
            operation: string;
            resource: string;
            region?: string;
        };
        Suppression: {
            by: components["schemas"]["SuppressionBy"];
            /** @enum {string} */
            status: "active" | "expired" | "unexplained";
            reason?: string;
            place: string;
            author?: string;
            /** Format: date */
            expires?: string;
        };
        /** @enum {string} */
        SuppressionBy: "path" | "comment" | "acceptance";
        Relation: {
            type: components["schemas"]["RelationType"];
            to: components["schemas"]["Identifier"];
        };
        /** @enum {string} */
        RelationType: "uses" | "calls" | "serves" | "trained-on" | "built-from" | "depends-on";
        Explanation: {
            proofs: {
                grade: components["schemas"]["Grade"];
                context: components["schemas"]["Context"];
            }[];
            setAside: components["schemas"]["SetAside"][];
        };
        SetAside: {
            rule: string;
            location: components["schemas"]["CodeLocation"];
            excerpt?: string;
            why: string;
        };
        Unknown: {
            place: string;
            reason: components["schemas"]["UnknownReason"];
            detail: string;
        };
        /** @enum {string} */
        UnknownReason: "too-large" | "not-text" | "malformed" | "too-slow" | "permission" | "link-outside" | "link-loop" | "missing-object" | "throttled" | "unavailable" | "unsupported-format" | "limit-reached";
        IdentifierAlias: {
            type: string;
            from: string;
            to: string;
        };
        ReportLine: components["schemas"]["ReportHead"] | components["schemas"]["FindingLine"] | components["schemas"]["UnknownLine"] | components["schemas"]["DeletedLine"] | components["schemas"]["ReportEnd"];
        ReportHead: {
            scanner: string;
            version: string;
            catalogue: string;
            scope: components["schemas"]["Scope"];
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string;
            coverage: components["schemas"]["Coverage"];
            aliases?: components["schemas"]["IdentifierAlias"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "report";
        };
        FindingLine: {
            key: string;
            kind: components["schemas"]["FindingKind"];
            supplier: string | null;
            supplierName?: string;
            product?: string;
            name: string;
            framework?: string;
            model?: components["schemas"]["FindingModel"];
            grade: components["schemas"]["Grade"];
            context: components["schemas"]["Context"];
            identifiers: components["schemas"]["Identifier"][];
            attributes: {
                [key: string]: string | number | boolean | null | string[];
            };
            evidence: components["schemas"]["Evidence"][];
            relations?: components["schemas"]["Relation"][];
            claims?: components["schemas"]["Claim"][];
            suppression?: components["schemas"]["Suppression"];
            explanation?: components["schemas"]["Explanation"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "finding";
        };
        UnknownLine: {
            place: string;
            reason: components["schemas"]["UnknownReason"];
            detail: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "unknown";
        };
        DeletedLine: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "deleted";
            key: string;
        };
        ReportEnd: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "end";
            findings: number;
            unknowns: number;
            deleted: number;
        };
        UnregisteredSystem: {
            system: string;
            name: string;
            scope: string;
            key: string;
        };
        Overview: {
            systems: {
                unregistered?: number;
                registered?: number;
                dismissed?: number;
            };
            waiting: number;
            liveSystems: number;
            components: number;
            suppliers: number;
            models: number;
            flags: {
                unregistered?: number;
                unrated?: number;
                incomplete?: number;
                unowned?: number;
                "no-monitoring"?: number;
                "possible-duplicate"?: number;
                "changed-since-review"?: number;
                "not-seen"?: number;
                "supplier-unreviewed"?: number;
                "supplier-review-overdue"?: number;
                "model-retiring"?: number;
                "exposed-key"?: number;
                "coverage-gap"?: number;
                "review-overdue"?: number;
                unconfirmed?: number;
            };
            scopes: {
                [key: string]: number;
            };
            newThisWeek: number;
            /** Format: date-time */
            lastScanAt: string | null;
        };
        SystemRow: {
            id: string;
            state: components["schemas"]["SystemState"];
            groupKey: string;
            groupTitle: string;
            fields: {
                name?: components["schemas"]["FieldAnswer"];
                businessOwner?: components["schemas"]["FieldAnswer"];
                technicalOwner?: components["schemas"]["FieldAnswer"];
                purpose?: components["schemas"]["FieldAnswer"];
                userImpact?: components["schemas"]["FieldAnswer"];
                data?: components["schemas"]["FieldAnswer"];
                riskLevel?: components["schemas"]["FieldAnswer"];
                riskRationale?: components["schemas"]["FieldAnswer"];
                monitoringMethod?: components["schemas"]["FieldAnswer"];
                scope?: components["schemas"]["FieldAnswer"];
                scopeJustification?: components["schemas"]["FieldAnswer"];
                valueChainRole?: components["schemas"]["FieldAnswer"];
                lifecycle?: components["schemas"]["FieldAnswer"];
                nextReview?: components["schemas"]["FieldAnswer"];
            };
            suppliers: string[];
            models: string[];
            componentCount: number;
            grade: components["schemas"]["Grade"] & (string | null);
            contexts: components["schemas"]["Context"][];
            flags: components["schemas"]["FlagId"][];
            rating?: components["schemas"]["Rating"];
            assignee?: string;
            /** Format: date */
            snoozedUntil?: string;
            dismissedByRule?: string;
            live: boolean;
            /** Format: date-time */
            firstSeenAt: string | null;
            /** Format: date-time */
            lastSeenAt: string | null;
            name: string;
        };
        /** @enum {string} */
        SystemState: "unregistered" | "registered" | "dismissed";
        FieldAnswer: {
            value: string;
            source: components["schemas"]["FieldSource"];
            by: string;
            /** Format: date-time */
            at: string;
            discovered?: {
                value: string;
                source: components["schemas"]["ClaimSource"];
                by: string;
            };
        };
        /** @enum {string} */
        FieldSource: "pin" | "manifest" | "tag" | "catalog" | "provider" | "codeowners" | "administrators" | "stack" | "container" | "inference";
        /** @enum {string} */
        FlagId: "unregistered" | "unrated" | "incomplete" | "unowned" | "no-monitoring" | "possible-duplicate" | "changed-since-review" | "not-seen" | "supplier-unreviewed" | "supplier-review-overdue" | "model-retiring" | "exposed-key" | "coverage-gap" | "review-overdue" | "unconfirmed";
        Rating: {
            level: string;
            answers: components["schemas"]["RiskAnswers"];
            rationale: string;
            /** Format: date */
            nextReview: string;
            by: string;
            /** Format: date-time */
            at: string;
            reopened: components["schemas"]["ReopenedAnswer"][];
        };
        RiskAnswers: {
            /** @enum {string} */
            "user-impact"?: "internal" | "customer-facing" | "decision-support";
            /** @enum {string} */
            autonomy?: "no-decision" | "advises" | "acts-reviewed" | "acts-alone";
            /** @enum {string} */
            "data-sensitivity"?: "public" | "internal" | "personal" | "special-category";
            /** @enum {string} */
            "affected-people"?: "nobody" | "staff" | "customers" | "vulnerable";
            /**
             * @description Area of Annex III of the EU AI Act, Regulation (EU) 2024/1689
             * @enum {string}
             */
            "annex-iii"?: "none" | "biometrics" | "critical-infrastructure" | "education" | "employment" | "essential-services" | "law-enforcement" | "migration" | "justice-and-democracy";
            /** @enum {string} */
            scale?: "tens" | "thousands" | "hundred-thousands" | "millions";
            /** @enum {string} */
            oversight?: "every-output" | "sampled" | "on-complaint" | "none";
            /** @enum {string} */
            "supplier-opacity"?: "own" | "reviewed" | "unreviewed" | "unknown";
        };
        ReopenedAnswer: {
            factor: components["schemas"]["RiskFactorId"];
            reason: string;
        };
        /** @enum {string} */
        RiskFactorId: "user-impact" | "autonomy" | "data-sensitivity" | "affected-people" | "annex-iii" | "scale" | "oversight" | "supplier-opacity";
        SystemDetail: {
            system: components["schemas"]["SystemRow"];
            components: components["schemas"]["Component"][];
            relationships: components["schemas"]["Relationship"][];
            decisions: components["schemas"]["Decision"][];
            counts: {
                components: number;
                relationships: number;
                decisions: number;
            };
            flags: components["schemas"]["Flag"][];
            fields: {
                [key: string]: components["schemas"]["FieldAnswer"];
            };
            version: string;
        };
        Component: {
            id: string;
            systemId: string;
            kind: components["schemas"]["FindingKind"];
            name: string;
            supplier: string | null;
            supplierName?: string;
            product?: string;
            framework?: string;
            model?: components["schemas"]["FindingModel"];
            grade: components["schemas"]["Grade"];
            context: components["schemas"]["Context"];
            state: components["schemas"]["ComponentState"];
            identifiers: components["schemas"]["Identifier"][];
            attributes: {
                [key: string]: string | number | boolean | null | string[];
            };
            findings: components["schemas"]["FindingRef"][];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        };
        /** @enum {string} */
        ComponentState: "seen" | "missing" | "gone" | "returned";
        FindingRef: {
            scope: string;
            key: string;
        };
        Relationship: {
            from: string;
            type: components["schemas"]["RelationType"];
            to: string;
        };
        Decision: {
            sequence: number;
            /** Format: date-time */
            at: string;
            author: string;
            body: components["schemas"]["DecisionBody"];
            previous: string;
            hash: string;
        };
        DecisionBody: {
            /** @enum {string} */
            type: "register";
            system: string;
            groupKeys: string[];
            anchors: components["schemas"]["FindingRef"][];
            fields: {
                /** @description What people call it */
                name: string;
                /** @description Who answers for its purpose and its risk */
                businessOwner?: string;
                /** @description Who runs it */
                technicalOwner?: string;
                /** @description What it is for, in a sentence */
                purpose?: string;
                userImpact?: components["schemas"]["UserImpact"];
                /** @description Categories, sources and sensitivity of the data it sees */
                data?: string;
                /** @description A level of the internal scale */
                riskLevel?: string;
                /** @description Why that level */
                riskRationale?: string;
                /** @description How its behaviour is watched */
                monitoringMethod?: string;
                scope?: components["schemas"]["ScopeDecision"];
                /** @description Why it is in or out */
                scopeJustification?: string;
                valueChainRole?: components["schemas"]["ValueChainRole"];
                lifecycle?: components["schemas"]["LifecycleStage"];
                /**
                 * Format: date
                 * @description When it must be looked at again
                 */
                nextReview?: string;
            };
        } | {
            /** @enum {string} */
            type: "set-fields";
            system: string;
            fields: {
                name?: string | null;
                businessOwner?: string | null;
                technicalOwner?: string | null;
                purpose?: string | null;
                userImpact?: string | null;
                data?: string | null;
                riskLevel?: string | null;
                riskRationale?: string | null;
                monitoringMethod?: string | null;
                scope?: string | null;
                scopeJustification?: string | null;
                valueChainRole?: string | null;
                lifecycle?: string | null;
                nextReview?: string | null;
            };
        } | {
            /** @enum {string} */
            type: "rate";
            system: string;
            /** @description A level of the internal scale */
            level: string;
            answers: components["schemas"]["RiskAnswers"];
            /** @description Why that level */
            rationale: string;
            /**
             * Format: date
             * @description When it must be looked at again
             */
            nextReview: string;
            basis?: components["schemas"]["RiskProfile"];
        } | {
            /** @enum {string} */
            type: "dismiss";
            system: string;
            reason: string;
            /** Format: date */
            expires?: string;
        } | {
            /** @enum {string} */
            type: "restore";
            system: string;
        } | {
            /** @enum {string} */
            type: "attach";
            system: string;
            findings: components["schemas"]["FindingRef"][];
        } | {
            /** @enum {string} */
            type: "merge";
            from: string;
            into: string;
            reason?: string;
        } | {
            /** @enum {string} */
            type: "split";
            system: string;
            newSystem: string;
            /** @description What people call it */
            name: string;
            findings: components["schemas"]["FindingRef"][];
            reason?: string;
        } | {
            /** @enum {string} */
            type: "revoke";
            sequence: number;
            reason?: string;
        } | {
            /** @enum {string} */
            type: "not-duplicates";
            systems: [
                string,
                string
            ];
            reason: string;
        } | {
            /** @enum {string} */
            type: "confirm-presence";
            findings: components["schemas"]["FindingRef"][];
            present: boolean;
            reason: string;
        } | {
            /** @enum {string} */
            type: "release-look";
            scope: string;
            scanner: string;
            sequence: number;
            accept: boolean;
            reason: string;
        } | {
            /** @enum {string} */
            type: "review-supplier";
            supplier: string;
            review: components["schemas"]["SupplierReview"];
            /** Format: date */
            nextReview?: string;
            contract?: string;
            note?: string;
        } | {
            /** @enum {string} */
            type: "assign";
            system: string;
            assignee: string | null;
        } | {
            /** @enum {string} */
            type: "snooze";
            system: string;
            /** Format: date */
            until: string | null;
            reason?: string;
        } | {
            /** @enum {string} */
            type: "configure";
            settings: {
                /** @description What a registered system must answer to be complete */
                requiredFields?: ("name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview")[];
                /** @description The internal risk scale, lowest first */
                riskLevels?: string[];
                /** @description A look is held when more than this share of a scope’s live findings vanish in it … */
                brakeShare?: number;
                /** @description … and at least this many */
                brakeLeast?: number;
                /** @description For how many days the last sign of use counts */
                usageDays?: number;
                /** @description After how many days without a complete look a scope’s coverage is a gap */
                staleDays?: number;
                /** @description How many days before a model’s end people are told */
                retirementNoticeDays?: number;
            };
            reason?: string;
        } | {
            /** @enum {string} */
            type: "set-rule";
            rule: components["schemas"]["DismissRule"];
        } | {
            /** @enum {string} */
            type: "remove-rule";
            rule: string;
            reason?: string;
        };
        /**
         * @description Whom its output reaches
         * @enum {string}
         */
        UserImpact: "internal" | "customer-facing" | "decision-support";
        /**
         * @description Whether it is inside the management system
         * @enum {string}
         */
        ScopeDecision: "in-scope" | "out-of-scope";
        /**
         * @description The organisation’s role for this system
         * @enum {string}
         */
        ValueChainRole: "developer" | "provider" | "deployer" | "user";
        /**
         * @description Where it is in its life
         * @enum {string}
         */
        LifecycleStage: "planned" | "development" | "deployed" | "retired";
        RiskProfile: {
            suppliers: string[];
            models: string[];
            dataSources: string[];
            tools: string[];
            production: string[];
            userImpact: string[];
            purpose: string[];
            data: string[];
            monitoringMethod: string[];
        };
        /** @enum {string} */
        SupplierReview: "unreviewed" | "approved" | "restricted" | "rejected";
        DismissRule: {
            id: string;
            name: string;
            match: components["schemas"]["RuleMatch"];
            reason: string;
            /** Format: date */
            expires?: string;
        };
        RuleMatch: {
            /** @description The scope’s key, e.g. `git:github.com/acme/*` */
            scope?: string;
            /** @description Every place of evidence in a file, e.g. `tests/*`; one elsewhere fails it */
            path?: string;
            contexts?: components["schemas"]["Context"][];
            suppliers?: string[];
            kinds?: components["schemas"]["FindingKind"][];
        };
        Flag: {
            id: components["schemas"]["FlagId"];
            subject: components["schemas"]["FlagSubject"];
            reason: string;
            clearedBy: string;
        };
        FlagSubject: {
            /** @enum {string} */
            type: "system" | "supplier" | "scope";
            id: string;
        };
        EvidenceRow: {
            componentId: string;
            scopeKey: string;
            findingKey: string;
            evidence: components["schemas"]["Evidence"];
        };
        ComponentDetail: {
            id: string;
            systemId: string;
            kind: components["schemas"]["FindingKind"];
            name: string;
            supplier: string | null;
            supplierName?: string;
            product?: string;
            framework?: string;
            model?: components["schemas"]["FindingModel"];
            grade: components["schemas"]["Grade"];
            context: components["schemas"]["Context"];
            state: components["schemas"]["ComponentState"];
            identifiers: components["schemas"]["Identifier"][];
            attributes: {
                [key: string]: string | number | boolean | null | string[];
            };
            findings: components["schemas"]["FindingRef"][];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            evidence: components["schemas"]["ComponentFinding"][];
            relationships: components["schemas"]["ComponentRelation"][];
            counts: {
                evidence: number;
                relationships: number;
            };
        };
        ComponentFinding: {
            scope: components["schemas"]["Scope"];
            scanner: string;
            finding: components["schemas"]["Finding"];
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            open: boolean;
        };
        ComponentRelation: {
            /** @enum {string} */
            direction: "out" | "in";
            type: components["schemas"]["RelationType"];
            component: {
                id: string;
                systemId: string;
                kind: components["schemas"]["FindingKind"];
                name: string;
                supplier: string | null;
            };
        };
        Supplier: {
            slug: string;
            name: string;
            country?: string;
            site?: string;
            review: components["schemas"]["SupplierReview"];
            /** Format: date-time */
            reviewedAt?: string;
            /** Format: date */
            nextReview?: string;
            contract?: string;
            systemCount: number;
            componentCount: number;
        };
        SupplierDetail: {
            supplier: components["schemas"]["Supplier"];
            version: string;
            links: {
                terms?: string;
                subprocessors?: string;
            };
            systems: components["schemas"]["SystemRow"][];
            models: components["schemas"]["Model"][];
            counts: {
                systems: number;
                liveSystems: number;
                components: number;
                models: number;
            };
            concentration: number | null;
            fourthParties: components["schemas"]["FourthParty"][];
            flags: components["schemas"]["Flag"][];
        };
        Model: {
            id: string;
            publisher: string | null;
            hosts: string[];
            systemCount: number;
            componentCount: number;
            /** Format: date */
            retiresOn?: string;
        };
        FourthParty: {
            slug: string;
            name: string;
            /** @enum {string} */
            role: "publisher" | "host";
            models: number;
        };
        ModelRow: {
            id: string;
            publisher: string | null;
            hosts: string[];
            systemCount: number;
            componentCount: number;
            /** Format: date */
            retiresOn?: string;
            family: string | null;
            openWeights: boolean;
        };
        ModelDetail: {
            model: components["schemas"]["ModelRow"];
            versions: components["schemas"]["ModelRow"][];
            hosts: {
                slug: string;
                name: string;
                components: number;
            }[];
            retirement: {
                /** Format: date */
                on: string;
                days: number;
            } | null;
            systems: {
                rows: components["schemas"]["SystemRow"][];
                next: string | null;
                total: number | null;
                /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                capped?: boolean;
            };
            components: {
                rows: components["schemas"]["Component"][];
                next: string | null;
                total: number | null;
                /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                capped?: boolean;
            };
        };
        CoverageGroup: {
            scopes: number;
            statuses: {
                complete?: number;
                partial?: number;
                denied?: number;
                throttled?: number;
                "not-enabled"?: number;
                unsupported?: number;
                failed?: number;
            };
            withUnknowns: number;
            held: number;
            stale: number;
            neverComplete: number;
            /** Format: date-time */
            completeAt: string | null;
            source: string;
            scanner: string;
            under: string | null;
            name: string;
            single: boolean;
        };
        MissingPermission: {
            scanner: string;
            source: string;
            permission: string;
            scopes: number;
            types: string[];
            detail: string | null;
        };
        ScopeRow: {
            scope: components["schemas"]["Scope"];
            scanner: string;
            version: string;
            catalogue: string;
            coverage: components["schemas"]["Coverage"];
            /** Format: date-time */
            lookedAt: string;
            /** Format: date-time */
            completeAt: string | null;
            findingCount: number;
            unknowns: components["schemas"]["Unknown"][];
            unknownCount: number;
            held: boolean;
        };
        SourceRow: {
            source: string;
            scanner: string;
            scopes: number;
            scans: number;
            last: {
                /** Format: uuid */
                scan: string;
                /** Format: date-time */
                startedAt: string;
                /** Format: date-time */
                finishedAt: string | null;
                status: components["schemas"]["CoverageStatus"] & (string | null);
            };
            /** Format: date-time */
            completeAt: string | null;
            reporter: {
                name: string;
                token: {
                    id: string;
                    /** @enum {string} */
                    state: "valid" | "expired" | "revoked";
                } | null;
            };
            usualHours: number | null;
            /** Format: date-time */
            dueBy: string | null;
            late: boolean;
        };
        HistoryRow: {
            /** Format: date-time */
            at: string;
            subject: {
                type: string;
                id: string;
                name: string;
            };
            event: string;
            detail: string;
        };
        ScanRow: {
            /** Format: uuid */
            id: string;
            scanner: string;
            version: string;
            source: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            reports: number;
            coverage: components["schemas"]["Coverage"] & (Record<string, never> | null);
            change: components["schemas"]["ScanChange"];
            /** Format: date-time */
            heardAt: string | null;
            expected: number | null;
        };
        ScanChange: {
            added: number;
            changed: number;
            missing: number;
            gone: number;
            returned: number;
            held: number;
        };
        ScanScope: {
            scope: components["schemas"]["Scope"];
            scanner: string;
            version: string;
            catalogue: string;
            coverage: components["schemas"]["Coverage"];
            /** Format: date-time */
            lookedAt: string;
            /** Format: date-time */
            completeAt: string | null;
            findingCount: number;
            unknowns: components["schemas"]["Unknown"][];
            unknownCount: number;
            held: boolean;
            change: components["schemas"]["ScanChange"];
            since: {
                status: components["schemas"]["CoverageStatus"];
                /** Format: date-time */
                at: string;
                /** Format: uuid */
                scan: string;
            } | null;
        };
        ScanFinding: {
            scope: string;
            scopeTitle: string;
            key: string;
            change: components["schemas"]["FoundChange"];
            component: {
                id: string;
                name: string;
            } | null;
            system: {
                id: string;
                name: string;
            } | null;
        };
        /** @enum {string} */
        FoundChange: "added" | "changed" | "missing" | "gone" | "returned";
        QueueRow: {
            id: string;
            state: components["schemas"]["SystemState"];
            groupKey: string;
            groupTitle: string;
            fields: {
                name?: components["schemas"]["FieldAnswer"];
                businessOwner?: components["schemas"]["FieldAnswer"];
                technicalOwner?: components["schemas"]["FieldAnswer"];
                purpose?: components["schemas"]["FieldAnswer"];
                userImpact?: components["schemas"]["FieldAnswer"];
                data?: components["schemas"]["FieldAnswer"];
                riskLevel?: components["schemas"]["FieldAnswer"];
                riskRationale?: components["schemas"]["FieldAnswer"];
                monitoringMethod?: components["schemas"]["FieldAnswer"];
                scope?: components["schemas"]["FieldAnswer"];
                scopeJustification?: components["schemas"]["FieldAnswer"];
                valueChainRole?: components["schemas"]["FieldAnswer"];
                lifecycle?: components["schemas"]["FieldAnswer"];
                nextReview?: components["schemas"]["FieldAnswer"];
            };
            suppliers: string[];
            models: string[];
            componentCount: number;
            grade: components["schemas"]["Grade"] & (string | null);
            contexts: components["schemas"]["Context"][];
            flags: components["schemas"]["FlagId"][];
            rating?: components["schemas"]["Rating"];
            assignee?: string;
            /** Format: date */
            snoozedUntil?: string;
            dismissedByRule?: string;
            live: boolean;
            /** Format: date-time */
            firstSeenAt: string | null;
            /** Format: date-time */
            lastSeenAt: string | null;
            name: string;
            version: string;
        };
        Proposal: {
            systems: [
                components["schemas"]["SystemRow"],
                components["schemas"]["SystemRow"]
            ];
            reasons: string[];
        };
        RuleRow: {
            id: string;
            name: string;
            match: components["schemas"]["RuleMatch"];
            reason: string;
            /** Format: date */
            expires?: string;
            by: string;
            at: string;
            sequence: number;
            systems: number;
        };
        RulePreview: {
            rows: components["schemas"]["SystemRow"][];
            total: number;
            /** @description True: not all that waits was looked at, and more may match */
            capped: boolean;
        };
        LoggedDecision: {
            sequence: number;
            /** Format: date-time */
            at: string;
            author: string;
            body: components["schemas"]["DecisionBody"];
            previous: string;
            hash: string;
            /** @description The decision that takes it back; null where none does, or where that one is taken back itself */
            revokedBy: {
                sequence: number;
                /** Format: date-time */
                at: string;
                author: string;
            } | null;
        };
        NewDecision: {
            body: components["schemas"]["DecisionBody"];
            /** Format: uuid */
            requestId?: string;
            ifVersion?: string;
            ifVersions?: {
                [key: string]: string;
            };
        };
        BatchAnswer: {
            decisions: components["schemas"]["Decision"][];
            touched: components["schemas"]["TouchedSystem"][];
            dryRun: boolean;
        };
        TouchedSystem: {
            id: string;
            name: string | null;
        };
        DecisionBatch: {
            decisions: components["schemas"]["NewDecision"][];
        };
        SystemRisk: {
            scale: string[];
            questions: components["schemas"]["RiskQuestion"][];
            evidence: components["schemas"]["RiskEvidenceAnswer"][];
            answers: components["schemas"]["RiskAnswers"];
            suggestion: components["schemas"]["RiskSuggestion"];
            rating: components["schemas"]["Rating"] & (Record<string, never> | null);
            history: components["schemas"]["PastRating"][];
            basis: components["schemas"]["RiskProfile"];
        };
        RiskQuestion: {
            factor: components["schemas"]["RiskFactorId"];
            question: string;
            levels: {
                id: string;
                label: string;
            }[];
        };
        RiskEvidenceAnswer: {
            factor: components["schemas"]["RiskFactorId"];
            answer: string;
            because: string;
        };
        RiskSuggestion: {
            level: string;
            score: number;
            reasons: string[];
            factors: {
                factor: components["schemas"]["RiskFactorId"];
                answer: string | null;
                source: components["schemas"]["RiskAnswerSource"];
                severity: number;
                reason: string;
            }[];
            unanswered: components["schemas"]["RiskFactorId"][];
        };
        /** @enum {string} */
        RiskAnswerSource: "person" | "evidence" | "assumed";
        PastRating: {
            level: string;
            answers: components["schemas"]["RiskAnswers"];
            rationale: string;
            /** Format: date */
            nextReview: string;
            by: string;
            /** Format: date-time */
            at: string;
            sequence: number;
            inForce: boolean;
        };
        SettingsView: {
            settings: components["schemas"]["OrganisationSettings"];
            defaults: components["schemas"]["OrganisationSettings"];
            setBy: {
                requiredFields?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                riskLevels?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                brakeShare?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                brakeLeast?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                usageDays?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                staleDays?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
                retirementNoticeDays?: {
                    sequence: number;
                    author: string;
                    /** Format: date-time */
                    at: string;
                    reason?: string;
                };
            };
            version: string;
        };
        OrganisationSettings: {
            /** @description What a registered system must answer to be complete */
            requiredFields: ("name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview")[];
            /** @description The internal risk scale, lowest first */
            riskLevels: string[];
            /** @description A look is held when more than this share of a scope’s live findings vanish in it … */
            brakeShare: number;
            /** @description … and at least this many */
            brakeLeast: number;
            /** @description For how many days the last sign of use counts */
            usageDays: number;
            /** @description After how many days without a complete look a scope’s coverage is a gap */
            staleDays: number;
            /** @description How many days before a model’s end people are told */
            retirementNoticeDays: number;
        };
        DestinationRow: {
            /** Format: uuid */
            id: string;
            name: string;
            wanted: components["schemas"]["WantedNews"];
            /**
             * @default soon
             * @enum {string}
             */
            gather: "soon" | "daily";
            /**
             * @description The hour of a daily message, in UTC
             * @default 7
             */
            dailyAt: number;
            /** @default false */
            paused: boolean;
            type: components["schemas"]["DestinationType"];
            urlShown: string | null;
            recipients: string[];
            /** @enum {string} */
            state: "ready" | "sealed-otherwise" | "no-mail-server";
            waiting: number;
            last: components["schemas"]["DeliveryRow"];
            version: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            changedBy: string;
            /** Format: date-time */
            changedAt: string;
        };
        WantedNews: {
            kinds: components["schemas"]["NewsKind"][];
            /**
             * @description Of the kind `flag-raised`
             * @default []
             */
            flags: components["schemas"]["NewsFlag"][];
            /**
             * @description Only news of these suppliers, by slug, and of what depends on them; empty: of any
             * @default []
             */
            suppliers: string[];
            /**
             * @description Only news from these sources; `*` at the end matches any rest; empty: from any
             * @default []
             */
            sources: string[];
            /**
             * @description Systems rated lower are left out; those that nobody rated are not
             * @default null
             */
            minimumRisk: string | null;
            /**
             * @description So many days before its day a retirement or a review is told of
             * @default 30
             */
            daysAhead: number;
        };
        /** @enum {string} */
        NewsKind: "system-discovered" | "look-held" | "flag-raised" | "source-late" | "coverage-lost" | "supplier-appeared" | "model-retiring" | "review-due" | "system-assigned";
        /** @enum {string} */
        NewsFlag: "unrated" | "incomplete" | "unowned" | "no-monitoring" | "possible-duplicate" | "changed-since-review" | "not-seen" | "supplier-unreviewed" | "exposed-key" | "unconfirmed";
        /** @enum {string} */
        DestinationType: "webhook" | "slack" | "teams" | "email";
        DeliveryRow: {
            /** Format: uuid */
            id: string;
            destination: {
                /** Format: uuid */
                id: string;
                name: string;
                type: components["schemas"]["DestinationType"];
            };
            isTest: boolean;
            counts: {
                "system-discovered"?: number;
                "look-held"?: number;
                "flag-raised"?: number;
                "source-late"?: number;
                "coverage-lost"?: number;
                "supplier-appeared"?: number;
                "model-retiring"?: number;
                "review-due"?: number;
                "system-assigned"?: number;
            };
            first: string | null;
            /** Format: date-time */
            createdAt: string;
            status: components["schemas"]["DeliveryStatus"];
            attempts: number;
            /** Format: date-time */
            nextAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
            answer: number | null;
            error: string | null;
        } | null;
        /** @enum {string} */
        DeliveryStatus: "waiting" | "sent" | "failed";
        NewDestination: {
            name: string;
            wanted: components["schemas"]["WantedNews"];
            /**
             * @default soon
             * @enum {string}
             */
            gather: "soon" | "daily";
            /**
             * @description The hour of a daily message, in UTC
             * @default 7
             */
            dailyAt: number;
            /** @default false */
            paused: boolean;
            type: components["schemas"]["DestinationType"];
            /**
             * Format: uri
             * @description Of a webhook; kept sealed and never shown again
             */
            url?: string;
            /**
             * @description Of e-mail
             * @default []
             */
            recipients: string[];
        };
        DestinationChange: {
            name: string;
            wanted: components["schemas"]["WantedNews"];
            /**
             * @default soon
             * @enum {string}
             */
            gather: "soon" | "daily";
            /**
             * @description The hour of a daily message, in UTC
             * @default 7
             */
            dailyAt: number;
            /** @default false */
            paused: boolean;
            /**
             * Format: uri
             * @description Left out: as it was
             */
            url?: string;
            /** @default [] */
            recipients: string[];
            /** @description `version` of what was seen; another one in force answers 412 */
            ifVersion?: number;
        };
        DifferenceRow: {
            subjectType: components["schemas"]["StateSubject"];
            subjectId: string;
            name: string;
            /** @enum {string} */
            change: "added" | "removed" | "changed";
            properties: string[];
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
        };
        /** @enum {string} */
        StateSubject: "system" | "component" | "supplier" | "model" | "relationship" | "flag";
        TrendDay: {
            /** Format: date */
            day: string;
            unregistered: number;
            registered: number;
            dismissed: number;
        };
        StateRow: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
            run: number;
            properties: string[];
            body: {
                [key: string]: unknown;
            };
        };
        Graph: {
            columns: {
                column: components["schemas"]["GraphColumn"];
                x: number;
                nodes: number;
            }[];
            nodes: components["schemas"]["GraphNode"][];
            edges: components["schemas"]["GraphEdge"][];
            ways: components["schemas"]["GraphWay"][];
            width: number;
            height: number;
            nodeWidth: number;
            nodeHeight: number;
            systems: {
                drawn: number;
                total: number;
                capped: boolean;
            };
            waysLeftOut: number;
            independent: number;
        };
        /** @enum {string} */
        GraphColumn: "system" | "model" | "gateway" | "host" | "publisher";
        GraphNode: {
            id: string;
            column: components["schemas"]["GraphColumn"];
            subject: string;
            name: string;
            x: number;
            y: number;
            systems: number;
            /**
             * @description Of a system
             * @enum {string}
             */
            state?: "unregistered" | "registered" | "dismissed";
            /**
             * @description Of a supplier in the register
             * @enum {string}
             */
            review?: "unreviewed" | "approved" | "restricted" | "rejected";
            /**
             * Format: date
             * @description Of a model
             */
            retiresOn?: string;
        };
        GraphEdge: {
            from: number;
            to: number;
            systems: number;
            via: {
                x: number;
                y: number;
            }[];
        };
        GraphWay: {
            system: number;
            model: number | null;
            gateway: number | null;
            host: number | null;
            publisher: number | null;
            components: number;
        };
        RegisterImport: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "draft" | "confirmed";
            file: {
                name: string;
                /** @enum {string} */
                format: "csv" | "xlsx";
                bytes: number;
                digest: string;
            };
            sheet: string | null;
            sheets: {
                name: string;
                hidden: boolean;
            }[];
            notes: string[];
            rowCount: number;
            mapping: components["schemas"]["ImportMapping"];
            headerRow: number;
            headerReason: string;
            columns: components["schemas"]["ColumnMapping"][];
            unknownColumns: string[];
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            /** Format: date-time */
            confirmedAt: string | null;
            confirmedBy: string | null;
            decisions: {
                count: number;
                first: number | null;
                last: number | null;
            } | null;
        };
        ImportMapping: {
            /** @description The row with the columns’ names, as the spreadsheet numbers it */
            headerRow?: number;
            /** @description By a column’s name or letter: what it is; null: it goes nowhere */
            columns?: {
                [key: string]: components["schemas"]["ImportTarget"];
            };
            /**
             * @description How dates such as 03/04/2026 are meant
             * @enum {string}
             */
            dates?: "day-first" | "month-first";
            /** @description By field: what the sheet writes, and what it stands for; empty: no answer */
            values?: {
                name?: {
                    [key: string]: string;
                };
                businessOwner?: {
                    [key: string]: string;
                };
                technicalOwner?: {
                    [key: string]: string;
                };
                purpose?: {
                    [key: string]: string;
                };
                userImpact?: {
                    [key: string]: string;
                };
                data?: {
                    [key: string]: string;
                };
                riskLevel?: {
                    [key: string]: string;
                };
                riskRationale?: {
                    [key: string]: string;
                };
                monitoringMethod?: {
                    [key: string]: string;
                };
                scope?: {
                    [key: string]: string;
                };
                scopeJustification?: {
                    [key: string]: string;
                };
                valueChainRole?: {
                    [key: string]: string;
                };
                lifecycle?: {
                    [key: string]: string;
                };
                nextReview?: {
                    [key: string]: string;
                };
                id?: {
                    [key: string]: string;
                };
                repository?: {
                    [key: string]: string;
                };
                supplier?: {
                    [key: string]: string;
                };
                model?: {
                    [key: string]: string;
                };
            };
        };
        /** @enum {string|null} */
        ImportTarget: "name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview" | "id" | "repository" | "supplier" | "model" | null;
        ColumnMapping: {
            column: string;
            header: string;
            target: components["schemas"]["ImportTarget"];
            confidence: components["schemas"]["MappingConfidence"];
            reason: string;
            samples: string[];
        };
        /** @enum {string} */
        MappingConfidence: "chosen" | "certain" | "likely" | "guess" | "none";
        RowChoice: {
            action?: {
                /** @enum {string} */
                type: "match";
                system: string;
            } | {
                /** @enum {string} */
                type: "new";
            } | {
                /** @enum {string} */
                type: "skip";
            };
            overwrite?: ("name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview")[];
        } | null;
        ImportPlan: {
            rows: components["schemas"]["PlannedRow"][];
            next: string | null;
            total: number | null;
            /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
            capped?: boolean;
            plan: string;
            summary: {
                outcomes: {
                    create?: number;
                    match?: number;
                    update?: number;
                    unchanged?: number;
                    duplicate?: number;
                    undecided?: number;
                    error?: number;
                    skip?: number;
                };
                writes: number;
                conflicts: number;
            };
            duplicates: components["schemas"]["SheetDuplicate"][];
        };
        PlannedRow: {
            row: number;
            name: string | null;
            outcome: components["schemas"]["RowOutcome"];
            system: {
                id: string;
                name: string;
                state: components["schemas"]["SystemState"];
            } | null;
            reasons: string[];
            changes: components["schemas"]["FieldChange"][];
            conflicts: components["schemas"]["FieldConflict"][];
            problems: components["schemas"]["RowProblem"][];
            rewritten: {
                /** @enum {string} */
                field: "name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview";
                from: string;
                to: string;
            }[];
            candidates: components["schemas"]["MatchCandidate"][];
            repositories: string[];
            kept: {
                [key: string]: string;
            };
            choice: components["schemas"]["RowChoice"];
            writes: boolean;
        };
        /** @enum {string} */
        RowOutcome: "create" | "match" | "update" | "unchanged" | "duplicate" | "undecided" | "error" | "skip";
        FieldChange: {
            /** @enum {string} */
            field: "name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview";
            from: string | null;
            to: string;
        };
        FieldConflict: {
            /** @enum {string} */
            field: "name" | "businessOwner" | "technicalOwner" | "purpose" | "userImpact" | "data" | "riskLevel" | "riskRationale" | "monitoringMethod" | "scope" | "scopeJustification" | "valueChainRole" | "lifecycle" | "nextReview";
            sheet: string;
            current: string;
            by: string;
            at: string;
        };
        RowProblem: {
            column: string | null;
            header: string | null;
            value: string;
            message: string;
        };
        MatchCandidate: {
            system: string;
            name: string;
            state: components["schemas"]["SystemState"];
            score: number;
            reasons: string[];
        };
        SheetDuplicate: {
            /** @enum {string} */
            by: "id" | "name" | "repository" | "content";
            value: string;
            rows: number[];
            reason: string;
        };
        AuditHead: {
            /** @enum {string} */
            format: "ai-census-head-1";
            /** Format: date-time */
            at: string;
            sequence: number;
            hash: string;
            count: number;
            ledger: {
                position: number;
                events: number;
                hash: string;
            };
        };
        Sample: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            population: components["schemas"]["SamplePopulation"];
            filters: {
                state?: string[];
                supplier?: string;
                scanner?: string;
            };
            stratifyBy: string | null;
            /** Format: date-time */
            at: string;
            position: number;
            seed: string;
            method: string;
            confidence: number;
            tolerableShare: number | null;
            populationSize: number;
            populationHash: string;
            drawn: number;
            strata: {
                name: string;
                population: number;
                drawn: number;
            }[] | null;
            result: components["schemas"]["SampleResult"];
            rows: components["schemas"]["SampleRow"][];
        };
        /** @enum {string} */
        SamplePopulation: "systems" | "components" | "findings" | "scopes";
        SampleResult: {
            concluded: number;
            pending: number;
            errors: number;
            mostErrors: number | null;
            mostErrorsShare: number | null;
            sentence: string;
        };
        SampleRow: {
            ordinal: number;
            name: string;
            stratum: string | null;
            task: components["schemas"]["SampleTask"];
            conclusions: components["schemas"]["SampleConclusion"][];
        };
        SampleTask: {
            title: string;
            check: string;
            page: string | null;
            url: string | null;
            facts: {
                [key: string]: string | string[];
            };
            evidence: components["schemas"]["SampleEvidence"][];
            evidenceCount: number;
        };
        SampleEvidence: {
            scope: string;
            key: string;
            scanner: string;
            evidence: components["schemas"]["Evidence"];
        };
        SampleConclusion: {
            /** @enum {string} */
            result: "ok" | "error";
            note: string;
            author: string;
            /** Format: date-time */
            at: string;
        };
        NewSample: {
            population: components["schemas"]["SamplePopulation"];
            size?: number;
            tolerableShare?: number;
            confidence?: number;
            seed?: string;
            /** Format: date-time */
            asOf?: string;
            filters?: {
                state?: string[];
                supplier?: string;
                scanner?: string;
            };
            /** @enum {string} */
            stratifyBy?: "supplier" | "state" | "scanner";
        };
        SampleSummary: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            createdBy: string;
            population: components["schemas"]["SamplePopulation"];
            filters: {
                state?: string[];
                supplier?: string;
                scanner?: string;
            };
            stratifyBy: string | null;
            /** Format: date-time */
            at: string;
            position: number;
            seed: string;
            method: string;
            confidence: number;
            tolerableShare: number | null;
            populationSize: number;
            populationHash: string;
            drawn: number;
            strata: {
                name: string;
                population: number;
                drawn: number;
            }[] | null;
            result: components["schemas"]["SampleResult"];
        };
        Completeness: {
            /** @enum {string} */
            of: "systems" | "components" | "suppliers";
            /** @enum {string} */
            by: "place" | "source" | "scanner";
            /** Format: date-time */
            at: string;
            sources: {
                name: string;
                found: number;
            }[];
            observed: number;
            refusal: string | null;
            /** @enum {string|null} */
            method: "chapman" | "chao" | null;
            estimate: number | null;
            interval: {
                low: number;
                high: number;
            } | null;
            completeness: number | null;
            foundByExactly: number[];
            assumptions: string[];
            warnings: string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getHealthz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadyz: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ready";
                        lag: components["schemas"]["Lag"];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not ready",
                     *       "status": 503,
                     *       "detail": "The database does not answer.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        name: "ai-census";
                        version: string;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        openapi: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "the-code-of-the-link"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endSession: string | null;
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSignInLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                user?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SessionRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSessionsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Empty"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccessEvents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                type?: string;
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["AccessEvent"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["TokenRow"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nightly scan",
                 *       "sources": [
                 *         "github:acme"
                 *       ]
                 *     }
                 */
                "application/json": {
                    name: string;
                    sources: string[];
                    /** Format: date-time */
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        token: string;
                        row: components["schemas"]["TokenRow"];
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTokensById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Empty"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        link: true;
                        oidc: {
                            name: string;
                            start: string;
                        } | null;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidcStart: {
        parameters: {
            query?: {
                next?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOidcCallback: {
        parameters: {
            query?: {
                state?: string;
                code?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                search?: string;
                role?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["UserRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "maria@acme.example",
                 *       "role": "governance"
                 *     }
                 */
                "application/json": {
                    /** Format: email */
                    email: string;
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["UserRow"];
                        invitation: components["schemas"]["SignInLink"];
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPeople: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: components["schemas"]["Person"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersByIdSignInLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putUsersByIdRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "auditor"
                 *     }
                 */
                "application/json": {
                    role: components["schemas"]["Role"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersByIdDisable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postUsersByIdEnable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScansByScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scan: components["schemas"]["ScanRow"];
                        scopes: components["schemas"]["ScopeRow"][];
                        statuses: {
                            complete?: number;
                            partial?: number;
                            denied?: number;
                            throttled?: number;
                            "not-enabled"?: number;
                            unsupported?: number;
                            failed?: number;
                        };
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putScansByScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scanner": "code",
                 *       "version": "1.0.0",
                 *       "catalogue": "c1",
                 *       "source": "github:acme",
                 *       "startedAt": "2026-11-23T08:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["ScanStart"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scan: string;
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putScansByScanReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scanner": "code",
                 *       "version": "1.0.0",
                 *       "catalogue": "c1",
                 *       "scope": {
                 *         "key": "git:github.com/acme/shop",
                 *         "title": "acme/shop"
                 *       },
                 *       "startedAt": "2026-11-23T08:00:00.000Z",
                 *       "finishedAt": "2026-11-23T08:01:00.000Z",
                 *       "coverage": {
                 *         "status": "complete"
                 *       },
                 *       "findings": [],
                 *       "unknowns": []
                 *     }
                 */
                "application/json": components["schemas"]["ScanReport"];
                "application/x-ndjson": components["schemas"]["ReportLine"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        digest: string;
                        repeated: boolean;
                        change: components["schemas"]["ReportChange"];
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postScansByScanConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scopes": [
                 *         {
                 *           "key": "git:github.com/acme/shop",
                 *           "digest": "9f2c",
                 *           "at": "2026-11-23T08:01:00.000Z"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    scopes: {
                        key: string;
                        digest: string;
                        /** Format: date-time */
                        at: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "confirmed": [
                     *         "git:github.com/acme/shop"
                     *       ],
                     *       "needed": []
                     *     }
                     */
                    "application/json": {
                        confirmed: string[];
                        needed: string[];
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postScansByScanFinish: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "finishedAt": "2026-11-23T08:05:00.000Z",
                 *       "coverage": {
                 *         "status": "complete"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** Format: date-time */
                    finishedAt: string;
                    coverage: components["schemas"]["Coverage"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        scan: string;
                        reports: number;
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScansByScanUnregistered: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        systems: components["schemas"]["UnregisteredSystem"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFingerprintKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystems: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                flag?: string;
                supplier?: string;
                model?: string;
                context?: string;
                grade?: string;
                /** @description Levels of the internal scale; `none`: without a level */
                risk?: string;
                /** @description Whom its output reaches; `none`: not answered */
                userImpact?: string;
                /** @description Where it is in its life; `none`: not answered */
                lifecycle?: string;
                /** @description A source’s name: something of it was found there. Not with asOf */
                source?: string;
                /** @description Its next review is before that day */
                reviewBefore?: string;
                /** @description Who owns it, for its purpose or for its running; `none`: nobody does */
                owner?: string;
                /** @description A person as the register names people; `none`: nobody */
                businessOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                technicalOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                assignee?: string;
                /** @description Whether a person let it wait and the day has not come */
                snoozed?: "true" | "false";
                /** @description Dismissed by this rule */
                rule?: string;
                /** @description Whether anything of it is seen now */
                live?: "true" | "false";
                firstSeenAfter?: string;
                firstSeenBefore?: string;
                state?: string;
                sort?: "name" | "-name" | "lastSeenAt" | "-lastSeenAt" | "firstSeenAt" | "-firstSeenAt" | "risk" | "-risk" | "attention";
                /** @description As the inventory was then: what it had made by that instant of what was reported and decided. Not with a sort by lastSeenAt */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SystemRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsCsv: {
        parameters: {
            query?: {
                /** @description Text that is looked for in what the list shows */
                search?: string;
                flag?: string;
                supplier?: string;
                model?: string;
                context?: string;
                grade?: string;
                /** @description Levels of the internal scale; `none`: without a level */
                risk?: string;
                /** @description Whom its output reaches; `none`: not answered */
                userImpact?: string;
                /** @description Where it is in its life; `none`: not answered */
                lifecycle?: string;
                /** @description A source’s name: something of it was found there. Not with asOf */
                source?: string;
                /** @description Its next review is before that day */
                reviewBefore?: string;
                /** @description Who owns it, for its purpose or for its running; `none`: nobody does */
                owner?: string;
                /** @description A person as the register names people; `none`: nobody */
                businessOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                technicalOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                assignee?: string;
                /** @description Whether a person let it wait and the day has not come */
                snoozed?: "true" | "false";
                /** @description Dismissed by this rule */
                rule?: string;
                /** @description Whether anything of it is seen now */
                live?: "true" | "false";
                firstSeenAfter?: string;
                firstSeenBefore?: string;
                state?: string;
                sort?: "name" | "-name" | "lastSeenAt" | "-lastSeenAt" | "firstSeenAt" | "-firstSeenAt" | "risk" | "-risk" | "attention";
                /** @description As the inventory was then: what it had made by that instant of what was reported and decided. Not with a sort by lastSeenAt */
                asOf?: string;
                /** @description Which columns, in this order; without it, all */
                columns?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemDetail"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsByIdRelationships: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Relationship"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsByIdEvidence: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                component?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["EvidenceRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponents: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                system?: string;
                supplier?: string;
                model?: string;
                kind?: string;
                state?: string;
                grade?: string;
                context?: string;
                /** @description A scope’s key, in which it was found */
                scope?: string;
                /** @description One of its identifiers, as the inventory spells it */
                identifier?: string;
                /** @description Whether anything but its address identifies it */
                hasIdentifier?: "true" | "false";
                sort?: "name" | "-name" | "lastSeenAt" | "-lastSeenAt" | "firstSeenAt" | "-firstSeenAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Component"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponentsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComponentDetail"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponentsByIdFindings: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ComponentFinding"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getComponentsByIdRelationships: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ComponentRelation"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuppliers: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                review?: string;
                /** @description Its next review is before that day */
                reviewDueBefore?: string;
                country?: string;
                /** @description Whether any system depends on it now */
                used?: "true" | "false";
                sort?: "name" | "-name" | "-systemCount" | "systemCount" | "nextReview" | "-nextReview";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Supplier"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSuppliersById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupplierDetail"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModels: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                publisher?: string;
                host?: string;
                system?: string;
                /** @description Its publisher ends it before that day */
                retiringBefore?: string;
                /** @description `nextEnd`: those that end soonest first, then those that have ended, the last to end first */
                sort?: "id" | "-id" | "componentCount" | "-componentCount" | "retiresOn" | "nextEnd";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ModelRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getModelsById: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelDetail"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getFlags: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                id?: string;
                subjectType?: string;
                subject?: string;
                sort?: "id" | "-id" | "subject" | "-subject";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Flag"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverageGroups: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                status?: string;
                scanner?: string;
                source?: string;
                /** @description Scopes whose key begins with these parts: `aws:111122223333/eu-west-1` */
                under?: string;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                /** @description Whether places in it could not be read */
                hasUnknowns?: "true" | "false";
                /** @description Whether the mass-change brake holds its newest look */
                held?: "true" | "false";
                /** @description Whether its newest look is older than the settings allow before it counts as a gap */
                stale?: "true" | "false";
                /** @description A permission that was missing when it was last looked at */
                missing?: string;
                by?: "source" | "part";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["CoverageGroup"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                        all: {
                            scopes: number;
                            statuses: {
                                complete?: number;
                                partial?: number;
                                denied?: number;
                                throttled?: number;
                                "not-enabled"?: number;
                                unsupported?: number;
                                failed?: number;
                            };
                            withUnknowns: number;
                            held: number;
                            stale: number;
                            neverComplete: number;
                            /** Format: date-time */
                            completeAt: string | null;
                        };
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoveragePermissions: {
        parameters: {
            query?: {
                scanner?: string;
                source?: string;
                /** @description Scopes whose key begins with these parts: `aws:111122223333/eu-west-1` */
                under?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["MissingPermission"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoverage: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                status?: string;
                scanner?: string;
                source?: string;
                /** @description Scopes whose key begins with these parts: `aws:111122223333/eu-west-1` */
                under?: string;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                /** @description Whether places in it could not be read */
                hasUnknowns?: "true" | "false";
                /** @description Whether the mass-change brake holds its newest look */
                held?: "true" | "false";
                /** @description Whether its newest look is older than the settings allow before it counts as a gap */
                stale?: "true" | "false";
                /** @description A permission that was missing when it was last looked at */
                missing?: string;
                sort?: "scope" | "-scope" | "lookedAt" | "-lookedAt" | "unknowns" | "-unknowns";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ScopeRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SourceRow"][];
                        total: number;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                system?: string;
                subjectType?: string;
                subject?: string;
                event?: string;
                from?: string;
                to?: string;
                sort?: "at" | "-at";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["HistoryRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsByIdHistory: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                subjectType?: string;
                subject?: string;
                event?: string;
                from?: string;
                to?: string;
                sort?: "at" | "-at";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["HistoryRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScans: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                scanner?: string;
                source?: string;
                status?: string;
                /** @description Started then or later */
                from?: string;
                /** @description Started then or before */
                to?: string;
                sort?: "startedAt" | "-startedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ScanRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScansByScanScopes: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                status?: string;
                /** @description Whether the scan changed anything there */
                changed?: "true" | "false";
            };
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ScanScope"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScansByScanChanges: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                change?: string;
            };
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["ScanFinding"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTriage: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                /** @description Text that is looked for in what the list shows */
                search?: string;
                flag?: string;
                supplier?: string;
                model?: string;
                context?: string;
                grade?: string;
                /** @description Levels of the internal scale; `none`: without a level */
                risk?: string;
                /** @description Whom its output reaches; `none`: not answered */
                userImpact?: string;
                /** @description Where it is in its life; `none`: not answered */
                lifecycle?: string;
                /** @description A source’s name: something of it was found there. Not with asOf */
                source?: string;
                /** @description Its next review is before that day */
                reviewBefore?: string;
                /** @description Who owns it, for its purpose or for its running; `none`: nobody does */
                owner?: string;
                /** @description A person as the register names people; `none`: nobody */
                businessOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                technicalOwner?: string;
                /** @description A person as the register names people; `none`: nobody */
                assignee?: string;
                /** @description Whether a person let it wait and the day has not come */
                snoozed?: "true" | "false";
                /** @description Dismissed by this rule */
                rule?: string;
                /** @description Whether anything of it is seen now */
                live?: "true" | "false";
                firstSeenAfter?: string;
                firstSeenBefore?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["QueueRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProposals: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                system?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["Proposal"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTriageRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: components["schemas"]["RuleRow"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postTriageRulesPreview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "match": {
                 *         "path": "tests/*",
                 *         "contexts": [
                 *           "test"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    match: components["schemas"]["RuleMatch"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulePreview"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDecisions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                system?: string;
                type?: string;
                /** @description Reviews of this supplier, and what took them back */
                supplier?: string;
                author?: string;
                from?: string;
                to?: string;
                sort?: "sequence" | "-sequence";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["LoggedDecision"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "body": {
                 *         "type": "dismiss",
                 *         "system": "sys_4c1b",
                 *         "reason": "A demonstration that nobody uses"
                 *       },
                 *       "requestId": "b6c1f0de-6c39-4a6e-8f0b-1f6f0d5f3c11",
                 *       "ifVersion": "9b1f0c2d"
                 *     }
                 */
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decision: components["schemas"]["Decision"];
                        system: components["schemas"]["SystemDetail"] & (Record<string, never> | null);
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Somebody else changed it meanwhile",
                     *       "status": 412,
                     *       "detail": "The system changed since you opened it; look at it again before you decide.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsByIdDecisions: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["LoggedDecision"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postDecisionsBatch: {
        parameters: {
            query?: {
                dryRun?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decisions": [
                 *         {
                 *           "body": {
                 *             "type": "assign",
                 *             "system": "sys_4c1b",
                 *             "assignee": "ada@example.org"
                 *           }
                 *         },
                 *         {
                 *           "body": {
                 *             "type": "snooze",
                 *             "system": "sys_77aa",
                 *             "until": "2027-03-01",
                 *             "reason": "Waits for the pilot"
                 *           }
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["DecisionBatch"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Somebody else changed it meanwhile",
                     *       "status": 412,
                     *       "detail": "The system changed since you opened it; look at it again before you decide.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSystemsByIdRisk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemRisk"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postSystemsByIdRiskSuggestion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answers": {
                 *         "autonomy": "advises",
                 *         "annex-iii": "employment"
                 *       }
                 *     }
                 */
                "application/json": {
                    answers: components["schemas"]["RiskAnswers"];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiskSuggestion"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingsView"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DestinationRow"][];
                        canSeal: boolean;
                        mailFrom: string | null;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationDestinations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "webhook",
                 *       "name": "Governance inbox",
                 *       "url": "https://hooks.acme.example/census",
                 *       "wanted": {
                 *         "kinds": [
                 *           "system-discovered",
                 *           "flag-raised"
                 *         ],
                 *         "flags": [
                 *           "exposed-key"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NewDestination"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        destination: components["schemas"]["DestinationRow"];
                        secret: string | null;
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putNotificationDestinationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Governance inbox",
                 *       "wanted": {
                 *         "kinds": [
                 *           "system-discovered"
                 *         ]
                 *       },
                 *       "gather": "daily",
                 *       "ifVersion": 1
                 *     }
                 */
                "application/json": components["schemas"]["DestinationChange"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DestinationRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Somebody else changed it meanwhile",
                     *       "status": 412,
                     *       "detail": "The system changed since you opened it; look at it again before you decide.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteNotificationDestinationsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Empty"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationDestinationsByIdSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        secret: string;
                    };
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationDestinationsByIdTest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getNotificationDeliveries: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                destination?: string;
                status?: components["schemas"]["DeliveryStatus"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DeliveryRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postNotificationDeliveriesByIdAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryRow"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInventoryDiff: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                from: string;
                to: string;
                type?: string;
                change?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["DifferenceRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        counts: {
                            system?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                            component?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                            supplier?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                            model?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                            relationship?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                            flag?: {
                                added: number;
                                removed: number;
                                changed: number;
                            };
                        };
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryTrend: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        days: components["schemas"]["TrendDay"][];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHistoryStates: {
        parameters: {
            query: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                subjectType: components["schemas"]["StateSubject"];
                subjectId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["StateRow"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGraph: {
        parameters: {
            query?: {
                system?: string;
                /** @description Only ways that pass this supplier, in whatever part */
                supplier?: string;
                /** @description Only ways that pass this model */
                model?: string;
                /** @description The most nodes that are drawn */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Graph"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegisterImports: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["RegisterImport"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegisterImports: {
        parameters: {
            query: {
                fileName: string;
                sheet?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegisterImportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteRegisterImportsById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Empty"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRegisterImportsByIdMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "columns": {
                 *         "Vendor": null
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ImportMapping"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putRegisterImportsByIdChoices: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rows": [
                 *         {
                 *           "row": 7,
                 *           "choice": null
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    rows: {
                        row: number;
                        choice: components["schemas"]["RowChoice"];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRegisterImportsByIdPlan: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
                outcome?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPlan"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postRegisterImportsByIdConfirm: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "plan": "5f0c"
                 *     }
                 */
                "application/json": {
                    plan: string;
                };
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterImport"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description In conflict with what is there */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "In conflict with what is there",
                     *       "status": 409,
                     *       "detail": "This request id stands for another decision.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it meanwhile */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Somebody else changed it meanwhile",
                     *       "status": 412,
                     *       "detail": "The system changed since you opened it; look at it again before you decide.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not ready */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not ready",
                     *       "status": 503,
                     *       "detail": "The database does not answer.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditLog: {
        parameters: {
            query?: {
                head?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        length: number;
                        head: string;
                        faults: string[];
                        faultCount: number;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditDecisions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditLedger: {
        parameters: {
            query?: {
                until?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditSamples: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rows: components["schemas"]["SampleSummary"][];
                        next: string | null;
                        total: number | null;
                        /** @description True: there are more than `total`. What several filters or a search leave is counted no further than 200, or a page */
                        capped?: boolean;
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuditSamples: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "population": "systems",
                 *       "size": 25
                 *     }
                 */
                "application/json": components["schemas"]["NewSample"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditSamplesById: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sample"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditSamplesByIdRedrawn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        same: boolean;
                        populationSize: number;
                        populationHash: string;
                        drawn: string[];
                        differences: string[];
                    };
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postAuditSamplesByIdRowsByOrdinalConclusions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                ordinal: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "result": "ok",
                 *       "note": "Seen at the commit that the evidence names."
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    result: "ok" | "error";
                    /** @default  */
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SampleSummary"];
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too large",
                     *       "status": 413,
                     *       "detail": "The body may have at most 4 MiB.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Media type not understood */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Media type not understood",
                     *       "status": 415,
                     *       "detail": "Send application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content is not valid */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The content is not valid",
                     *       "status": 422,
                     *       "detail": "body.system: Invalid input: expected string, received undefined",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditCompleteness: {
        parameters: {
            query?: {
                of?: "systems" | "components" | "suppliers";
                by?: "place" | "source" | "scanner";
                without?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Completeness"];
                };
            };
            /** @description What If-None-Match names is still so */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such representation */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "No such representation",
                     *       "status": 406,
                     *       "detail": "The answer is application/json.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAuditEvidencePack: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getExportByFormat: {
        parameters: {
            query?: {
                asOf?: string;
            };
            header?: never;
            path: {
                format: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The request is malformed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "The request is malformed",
                     *       "status": 400,
                     *       "detail": "query.limit: Too small: expected number to be >=1",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sign in, or send a valid token */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Sign in, or send a valid token",
                     *       "status": 401,
                     *       "detail": "Sign in, or send a valid token.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not allowed",
                     *       "status": 403,
                     *       "detail": "This role may not do that.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Not found",
                     *       "status": 404,
                     *       "detail": "No such system.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    /** @description Seconds to wait */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Too many requests",
                     *       "status": 429,
                     *       "detail": "Wait 1 s.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Something went wrong here */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "about:blank",
                     *       "title": "Something went wrong here",
                     *       "status": 500,
                     *       "detail": "The log says more under this request id.",
                     *       "requestId": "0f5c8a6e-6f0a-4e8e-9a52-5d3f3f1f7a10"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
