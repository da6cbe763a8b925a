import { at, LOCATION, NUMBER, PROJECT } from './names.ts'

const called = (resource: string, caller: string, timestamp: string) => ({
  timestamp,
  protoPayload: {
    methodName: 'google.cloud.aiplatform.v1.PredictionService.GenerateContent',
    resourceName: resource,
    authenticationInfo: { principalEmail: caller },
    request: { contents: 'what was asked stays where it is' },
  },
})
const gemini = `projects/${PROJECT}/locations/${LOCATION}/publishers/google/models/gemini-2.5-flash`

/** Services that are asked of everything at once, by service and path. */
export const questions: Readonly<Record<string, object>> = {
  [`cloudasset /v1/projects/${PROJECT}:searchAllResources`]: {
    results: [
      {
        name: `//aiplatform.googleapis.com/${at}/endpoints/1`,
        assetType: 'aiplatform.googleapis.com/Endpoint',
        location: LOCATION,
      },
    ],
  },
  'logging /v2/entries:list': {
    entries: [
      called(gemini, 'app@acme-prod.iam.gserviceaccount.com', '2026-11-19T10:00:00Z'),
      called(gemini, 'ada@acme.example', '2026-11-18T10:00:00.123Z'),
      called(`${at}/endpoints/1`, 'ada@acme.example', '2026-11-17T10:00:00Z'),
    ],
  },
  'aiplatform /v1beta1/publishers/*/models': {
    publisherModels: [
      { name: 'publishers/google/models/gemini-2.5-pro' },
      { name: 'publishers/anthropic/models/claude-opus-4' },
      { name: 'publishers/mistralai/models/mistral-large' },
    ],
  },
  [`bigquery /bigquery/v2/projects/${PROJECT}/queries`]: {
    jobComplete: true,
    jobReference: { projectId: PROJECT, jobId: 'job_1', location: 'EU' },
    schema: {
      fields: ['project', 'number', 'service', 'sku', 'currency', 'cost', 'last'].map((name) => ({ name })),
    },
    rows: [
      [
        PROJECT,
        NUMBER,
        'Vertex AI',
        'Gemini 2.5 Pro Text Input - Predictions',
        'EUR',
        '12.345',
        '2026-11-18',
      ],
      [PROJECT, NUMBER, 'Claude Sonnet 4', 'Input tokens', 'EUR', '7', '2026-11-17'],
      [PROJECT, NUMBER, 'Compute Engine', 'N2 core', 'EUR', '900', '2026-11-18'],
    ].map((row) => ({ f: row.map((v) => ({ v })) })),
  },
}
