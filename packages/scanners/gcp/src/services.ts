/** A service of Google's, by the first word of its host. */
export interface Service {
  /** Where its places are: `list`: it says so itself; else these, `-` being all in one list. */
  readonly locations: 'list' | readonly string[]
  /** The version that answers `projects.locations.list`. */
  readonly version: string
  /** Places to look at where it does not say its locations, though it may be asked for what is there. */
  readonly usual?: readonly string[]
  /** Whose switch it is on, where it is a part of another service. */
  readonly api?: string
  /** Its host for a location other than `global` has the location before it. */
  readonly isRegional?: boolean
  /** The location that its host without any before it serves, where that is not `global`. */
  readonly home?: string
  /** What listing its locations needs; none where IAM knows no such permission. */
  readonly permission?: string
}

// From Google's list of regions of Vertex AI.
const REGIONS = [
  ...[
    'us-central1',
    'us-east1',
    'us-east4',
    'us-east5',
    'us-south1',
    'us-west1',
    'us-west2',
    'us-west3',
    'us-west4',
  ],
  ...['northamerica-northeast1', 'northamerica-northeast2', 'southamerica-east1', 'southamerica-west1'],
  ...[
    'europe-west1',
    'europe-west2',
    'europe-west3',
    'europe-west4',
    'europe-west6',
    'europe-west8',
    'europe-west9',
  ],
  ...['europe-west12', 'europe-central2', 'europe-north1', 'europe-southwest1', 'africa-south1'],
  ...['me-central1', 'me-central2', 'me-west1', 'australia-southeast1', 'australia-southeast2', 'asia-east1'],
  ...[
    'asia-east2',
    'asia-northeast1',
    'asia-northeast2',
    'asia-northeast3',
    'asia-south1',
    'asia-southeast1',
  ],
  'asia-southeast2',
]

// From the services' own definitions (googleapis/googleapis) and REST references.
export const services = {
  aiplatform: {
    locations: 'list',
    version: 'v1',
    isRegional: true,
    permission: 'aiplatform.locations.list',
    usual: ['global', ...REGIONS],
  },
  apikeys: { locations: ['global'], version: 'v2' },
  bigquery: { locations: ['global'], version: 'v2' },
  // No service of Google's: the table that the bill is exported to, wherever a person says it is.
  billingexport: { locations: ['global'], version: 'v2' },
  bigqueryconnection: { locations: ['global'], version: 'v1' },
  cloudasset: { locations: ['global'], version: 'v1' },
  cloudaicompanion: { locations: 'list', version: 'v1' },
  cloudfunctions: { locations: ['-'], version: 'v2' },
  cloudresourcemanager: { locations: ['global'], version: 'v3' },
  ces: { locations: 'list', version: 'v1' },
  contactcenterinsights: {
    locations: [
      'us-central1',
      'us-east1',
      'us-west1',
      'us',
      'northamerica-northeast1',
      'europe-west1',
      'europe-west2',
      'europe-west3',
      'europe-west4',
      'europe-west6',
      'eu',
      'asia-northeast1',
      'asia-northeast3',
      'asia-south1',
      'asia-southeast1',
      'asia-southeast2',
      'australia-southeast1',
    ],
    version: 'v1',
    isRegional: true,
    home: 'us-central1',
  },
  container: { locations: ['-'], version: 'v1' },
  dialogflow: {
    locations: 'list',
    version: 'v3',
    isRegional: true,
    usual: ['global', 'us-central1', 'europe-west1'],
  },
  discoveryengine: { locations: ['global', 'us', 'eu'], version: 'v1', isRegional: true },
  documentai: {
    locations: 'list',
    version: 'v1',
    isRegional: true,
    permission: 'documentai.locations.list',
    usual: ['us', 'eu'],
  },
  geminidataanalytics: {
    locations: 'list',
    version: 'v1beta',
    permission: 'geminidataanalytics.locations.list',
  },
  logging: { locations: ['global'], version: 'v2' },
  modelarmor: { locations: 'list', version: 'v1', permission: 'modelarmor.locations.list' },
  // Google's catalogue, which Vertex AI answers for.
  modelgarden: { locations: ['global'], version: 'v1beta1', api: 'aiplatform' },
  monitoring: { locations: ['global'], version: 'v3' },
  notebooks: { locations: ['-'], version: 'v2' },
  run: { locations: 'list', version: 'v1', permission: 'run.locations.list' },
  serviceusage: { locations: ['global'], version: 'v1' },
  speech: {
    locations: 'list',
    version: 'v2',
    isRegional: true,
    permission: 'speech.locations.list',
    usual: ['global', 'us', 'eu'],
  },
  tpu: { locations: 'list', version: 'v2', permission: 'tpu.locations.list' },
  // Where Product Search keeps what it indexes; its host is the same for all.
  vision: { locations: ['us-east1', 'us-west1', 'europe-west1', 'asia-east1'], version: 'v1' },
} satisfies Readonly<Record<string, Service>>

export type ServiceName = keyof typeof services

export const serviceOf = (name: ServiceName): Service => services[name]

/** `aiplatform.googleapis.com`: what a project switches on to have it. */
export const apiOf = (name: ServiceName): string => `${serviceOf(name).api ?? name}.googleapis.com`

export const isService = (name: string): name is ServiceName => Object.hasOwn(services, name)
