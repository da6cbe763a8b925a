import { LOCATION, NUMBER, PROJECT } from './names.ts'
import { questions } from './questions.ts'
import { resources } from './resources.ts'
import type { GcpCall } from './stand-in.ts'
import { wholes } from './wholes.ts'

const services = [
  'aiplatform',
  'apikeys',
  'bigquery',
  'bigqueryconnection',
  'ces',
  'cloudasset',
  'cloudaicompanion',
  'cloudfunctions',
  'contactcenterinsights',
  'container',
  'dialogflow',
  'discoveryengine',
  'documentai',
  'geminidataanalytics',
  'logging',
  'modelarmor',
  'monitoring',
  'notebooks',
  'run',
  'speech',
  'tpu',
  'vision',
]

const series = (labels: object, value: string) => ({
  resource: { labels },
  points: [
    { interval: { endTime: '2026-11-19T00:00:00Z' }, value: { int64Value: value } },
    { interval: { endTime: '2026-11-18T00:00:00Z' }, value: { int64Value: '0' } },
  ],
})

/** Cloud Monitoring's answers to the questions of use. */
const metrics = (call: GcpCall): object =>
  call.query.filter?.includes('prediction_count')
    ? { timeSeries: [series({ endpoint_id: '1', location: LOCATION }, '9')] }
    : callsOfServices(call)

const callsOfServices = ({ query }: GcpCall): object =>
  query.filter?.includes('model_invocation_count')
    ? {
        timeSeries: [
          series({ publisher: 'google', model_user_id: 'gemini-2.5-flash', location: LOCATION }, '40'),
          series({ publisher: 'anthropic', model_user_id: 'claude-sonnet-4', location: 'us-east5' }, '2'),
          series({ publisher: 'google', model_user_id: 'gemini-unused', location: LOCATION }, '0'),
        ],
      }
    : {
        timeSeries: [
          series({ service: 'generativelanguage.googleapis.com', credential_id: 'apikey:uid-1' }, '5'),
          series({ service: 'vision.googleapis.com', credential_id: 'serviceaccount:1' }, '6'),
        ],
      }

export interface EstateOptions {
  /** Services that are on, by the first word of their host. */
  readonly enabled?: readonly string[]
}

/** One project with one of everything. */
export function estate({ enabled = services }: EstateOptions = {}): (call: GcpCall) => object | undefined {
  return (call) => {
    const { service, path } = call
    if (service === 'cloudresourcemanager') return projects(call)
    if (service === 'serviceusage')
      return {
        services: enabled.map((one) => ({
          name: `projects/${NUMBER}/services/${one}.googleapis.com`,
          state: 'ENABLED',
        })),
      }
    if (service === 'monitoring') return metrics(call)
    const question = questions[`${service} ${path}`]
    if (question) return question
    if (/\/projects\/[^/]+\/locations$/.test(path)) return { locations: [{ locationId: LOCATION }] }
    const rest = path.replace(/^.*?\/projects\/[^/]+/, '')
    const whole = wholes[`${service} ${rest}`]
    if (whole || !rest.includes(`/locations/${LOCATION}/`)) return whole
    return resources[`${service} ${rest.split('/').at(-1)}`]
  }
}

const project = {
  name: `projects/${NUMBER}`,
  projectId: PROJECT,
  displayName: 'Acme production',
  state: 'ACTIVE',
}

function projects({ path, query }: GcpCall): object | undefined {
  if (path === '/v3/projects:search') return { projects: [project] }
  if (path === `/v3/projects/${NUMBER}` || path === `/v3/projects/${PROJECT}`) return project
  if (path === '/v3/folders')
    return { folders: query.parent === 'organizations/1' ? [{ name: 'folders/2' }] : [] }
  if (path === '/v3/projects') return { projects: query.parent === 'folders/2' ? [project] : [] }
  return undefined
}
