/** A stand-in to try the scanner against by hand: `node packages/scanners/gcp/src/testing/serve.ts`. */
import { estate } from './estate.ts'
import { startGcpStandIn } from './stand-in.ts'

const gcp = await startGcpStandIn({
  data: estate(),
  pageSize: 1,
  fault: ({ service, path }) =>
    service === 'aiplatform' && path.endsWith('/models')
      ? {
          status: 403,
          code: 'PERMISSION_DENIED',
          message: "Permission 'aiplatform.models.list' denied on resource.",
        }
      : null,
})
process.stdout.write(`export AI_CENSUS_GCP_ENDPOINT=${gcp.url}\nexport AI_CENSUS_GCP_ALLOW_INSECURE=true\n`)
